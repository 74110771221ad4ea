import * as vitest from 'vitest'
import { startTests, stringify } from 'vitest/internal/browser'

type Runner = Parameters<typeof startTests>[1]
type Files = Awaited<ReturnType<typeof startTests>>
type Task = Files[number]['tasks'][number]

/** What came of one test file. */
export interface TestRun {
  readonly tests: number
  /** The first test that failed, with its message; absent where all passed. */
  readonly failure?: string
}

/** The longest message that is kept. */
const LONGEST = 300

/**
 * Runs one test file by vitest's own runner and `expect`, in this process: `load` evaluates it. Stops at the first test that
 * fails. What is not in vitest's hands here is the snapshot file, so inline snapshots are compared as texts.
 */
export async function runTest(file: string, root: string, load: () => void): Promise<TestRun> {
  let failed = false
  const runner = {
    config: {
      root,
      setupFiles: [],
      allowOnly: false,
      passWithNoTests: false,
      name: '',
      sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 0,
      hookTimeout: 0,
      retry: 0,
      includeTaskLocation: undefined,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
      testNamePattern: undefined,
    },
    importFile: () => load(),
    onBeforeRunTask(test) {
      if (failed) test.mode = 'skip'
    },
    onAfterRunTask(test) {
      if (test.result?.state === 'fail') failed = true
    },
  } satisfies Runner
  const [ran] = await startTests([{ filepath: file }], runner)
  if (!ran) throw new Error(`${file} did not run`)
  const tests = leaves(ran.tasks)
  const failure = ran.result?.state === 'fail' || tests.length === 0 ? firstFailure(ran, tests) : undefined
  return failure === undefined ? { tests: tests.length } : { tests: tests.length, failure: failure.slice(0, LONGEST) }
}

function leaves(tasks: readonly Task[]): Task[] {
  return tasks.flatMap((task) => (task.type === 'suite' ? leaves(task.tasks) : [task]))
}

function firstFailure(file: Files[number], tests: readonly Task[]): string {
  const task = tests.find(({ result }) => result?.state === 'fail')
  const message = (task ?? file).result?.errors?.[0]?.message ?? 'no tests'
  return `${task?.name ?? 'the file'}: ${message}`
}

const squeezed = (text: string) => text.trim().replace(/\s+/g, ' ')

// A getter there asks for vitest's worker, which there is none of.
vitest.expect.setState({ testPath: '' })
vitest.expect.extend({
  toMatchInlineSnapshot(received: unknown, expected: string) {
    const text = stringify(received, undefined, { printBasicPrototype: false, escapeString: false })
    return { pass: squeezed(text) === squeezed(expected), message: () => `${text} is not ${expected}` }
  },
})
