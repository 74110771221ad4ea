// The program in a browser, as a page's only script: works on the task that its address names, there or in a worker that it
// starts from the same file, and posts the answer to where it came from.
import { answer, type Answer } from './tasks.js'

const own = new URL(import.meta.url)
const { id, task, where } = Object.fromEntries(own.searchParams)
const post = (given: Answer) => fetch(`answer?id=${id}`, { method: 'POST', body: JSON.stringify(given) })

if ('document' in globalThis && where === 'worker') {
  const worker = new Worker(own, { type: 'module' })
  worker.onerror = (event) => void post({ error: `the worker failed: ${event.message}` })
} else {
  await post(await answer(task ?? ''))
}
