import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, firefox, type Browser } from 'playwright-core'
import { writeData } from '../data/writeData.js'
import { short } from '../figures/short.js'
import { summary } from '../figures/summary.js'
import { table } from '../figures/table.js'
import { isChosen } from '../measure/chosen.js'
import { app, conditions, work } from '../measure/prepare.js'
import type { Options } from '../options.js'
import { describe, machine } from '../report/machine.js'
import { workloads } from '../workloads.js'
import type { Answer, Question } from './question.js'
import { serve } from './serve.js'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** A round is two thirds as long as in Node: browsers run one after another, and every workload again in each. */
const SHARE = 2 / 3
const ANSWER_WITHIN = 300_000

const browsers = [
  { name: 'Chromium', path: process.env.CHROMIUM ?? '/usr/bin/chromium', launch: (executablePath: string) => chromium.launch({ executablePath, args: FLAGS }) },
  // Firefox as it is distributed, driven by WebDriver BiDi.
  { name: 'Firefox', path: process.env.FIREFOX ?? '/usr/bin/firefox-esr', launch: (executablePath: string) => firefox.launch({ executablePath, channel: 'moz-firefox' }) },
]

const threads = ['1', '2']
const backends = [
  { id: 'reference', settings: { backend: 'reference' } },
  ...threads.map((count) => ({ id: `wasm exact ${count}t`, settings: { backend: 'wasm', mode: 'exact', threads: count } })),
  ...threads.map((count) => ({ id: `wasm fast ${count}t`, settings: { backend: 'wasm', mode: 'fast', threads: count } })),
]

/** W1 … W5 for ours in a worker of Chromium and of Firefox, backends interleaved; browsers.json at the end. */
export async function benchBrowsers({ workloads: wanted, peers, repeats, seconds, out }: Options): Promise<void> {
  const chosen = workloads.filter(({ id, kind }) => kind === 'train' && (wanted.length === 0 || wanted.includes(id)))
  const data = join(work, 'data')
  await writeData(data, chosen)
  const program = await bundle()
  const question = {
    workloads: chosen,
    backends: backends.filter(({ id }) => isChosen(id, peers)),
    repeats,
    seconds: seconds * SHARE,
  }
  const here = machine()
  console.log(`${describe(here)}\n`)
  const found: Record<string, readonly Answer[]> = {}
  for (const { name, path, launch } of browsers) {
    if (!existsSync(path)) {
      console.log(`${name}: there is no ${path}; ${name.toUpperCase()} names another\n`)
      continue
    }
    const browser = await launch(path)
    const title = `${name} ${browser.version()}`
    const answers = await ask(browser, program, question, data).finally(() => browser.close())
    if (typeof answers === 'string') {
      console.log(`${title}: ${answers}\n`)
      continue
    }
    found[title] = answers
    console.log(`${title}, in a worker, samples/s (median of ${repeats} and spread)\n${show(answers)}\n`)
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'browsers.json'), `${JSON.stringify({ machine: here, found }, null, 1)}\n`)
}

async function ask(browser: Browser, program: Uint8Array, question: Question, data: string): Promise<readonly Answer[] | string> {
  const server = await serve(program, question, data)
  let timer: NodeJS.Timeout | undefined
  try {
    const page = await browser.newPage()
    const broken = new Promise<string>((resolve) => {
      page.on('pageerror', (error) => resolve(error.message))
      page.on('crash', () => resolve('the page crashed'))
      timer = setTimeout(() => resolve(`no answer within ${ANSWER_WITHIN / 1000} s`), ANSWER_WITHIN)
    })
    await page.goto(server.url)
    return await Promise.race([server.answer, broken])
  } finally {
    clearTimeout(timer)
    server.close()
  }
}

async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(app, 'src', 'browsers', 'inWorker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
    conditions,
    external: ['@nablajs/backend-blas', 'node:*'],
  })
  return outputFiles[0].contents
}

/** Backends by workloads. */
export function show(answers: readonly Answer[]): string {
  const columns = [...new Set(answers.map(({ workload }) => workload))]
  const ids = [...new Set(answers.map(({ id }) => id))]
  const cell = (id: string, workload: string) => {
    const answer = answers.find((candidate) => candidate.id === id && candidate.workload === workload)
    if (!answer || answer.rates.length === 0) return answer?.cannot ?? '–'
    const { median, min, max } = summary(answer.rates)
    return `${short(median)} (${short(min)} … ${short(max)})`
  }
  return table([['', ...columns], ...ids.map((id) => [id, ...columns.map((workload) => cell(id, workload))])])
}
