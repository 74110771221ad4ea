// The program in Node: prints the answer to the task that the command line names.
import { answer } from './tasks.js'

process.stdout.write(JSON.stringify(await answer(process.argv[2] ?? '')))
