// W1 … W5 for ours in a worker of a browser: interleaved rounds of all backends, answers sent to the server that sent this.
import { layersOf } from '../child/layersOf.js'
import { open } from '../child/ours.js'
import { findPace } from '../child/pace.js'
import type { Session, Task } from '../child/session.js'
import type { Workload } from '../workloads.js'
import type { Answer, Question } from './question.js'

const none = { images: new Uint8Array(0), labels: new Uint8Array(0) }

async function floats(name: string): Promise<Float32Array> {
  return new Float32Array(await (await fetch(`/data/${name}.f32`)).arrayBuffer())
}

async function taskOf(workload: Workload): Promise<Task> {
  const { sizes } = workload
  const [x, y, start] = await Promise.all([floats(`x-${sizes[0]}`), floats(`y-${sizes[sizes.length - 1]}`), floats(`start-${sizes.join('-')}`)])
  return { ...workload, count: x.length / sizes[0], x, y, layers: layersOf(sizes, start), training: none, test: none, settings: {} }
}

interface Ready {
  readonly id: string
  readonly samples: number
  readonly rates: number[]
  readonly run: (samples: number) => Promise<number>
}

async function ready(id: string, session: Session, batch: number, seconds: number): Promise<Ready> {
  const run = async (samples: number) => {
    const began = performance.now()
    await session.run(samples)
    return (performance.now() - began) / 1000
  }
  return { id, run, rates: [], samples: (await findPace(run, batch, seconds)).samples }
}

async function answer({ workloads, backends, repeats, seconds }: Question): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const workload of workloads) {
    const task = await taskOf(workload)
    const running: Ready[] = []
    for (const { id, settings } of backends) {
      const session = await Promise.resolve(open({ ...task, settings }))
      if ('cannot' in session) answers.push({ workload: workload.id, id, rates: [], cannot: session.cannot })
      else running.push(await ready(id, session, task.batch, seconds))
    }
    for (let round = 0; round < repeats; round++) {
      for (const { rates, run, samples } of running) rates.push(samples / (await run(samples)))
    }
    for (const { id, rates } of running) answers.push({ workload: workload.id, id, rates })
  }
  return answers
}

function isQuestion(told: unknown): told is Question {
  return typeof told === 'object' && told !== null && 'workloads' in told && 'backends' in told
}

const question: unknown = await (await fetch('/question')).json()
const told = isQuestion(question) ? await answer(question).catch((error: unknown) => String(error)) : 'no question'
await fetch('/answer', { method: 'POST', body: JSON.stringify(told) })
