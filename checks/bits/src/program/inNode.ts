// The program in Node: prints the answer to the task that the command line names.
import { answer } from './tasks.js'

void answer(process.argv[2] ?? '').then((given) => process.stdout.write(JSON.stringify(given)))
