import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it, vi } from 'vitest'

const app = fileURLToPath(new URL('..', import.meta.url))

/** Runs the app as `pnpm start` does, off a terminal. `onText` sees what stdout has said so far. */
function start(argv: string[], onText?: (text: string, kill: () => void) => void) {
  const child = spawn(process.execPath, ['--conditions=@nablajs/source', '--import', 'tsx', 'src/main.ts', ...argv], { cwd: app })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onText?.(stdout, () => child.kill('SIGINT'))
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise<{ stdout: string; stderr: string; code: number | null }>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve({ stdout, stderr, code })
    })
  })
}

const score = /^(.*?)(\d+) \/ 2000$/

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

it('trains, in plain lines, and ends with the final score', async () => {
  const { stdout, stderr, code } = await start(['--small', '--epochs', '2', '--cost', 'cross-entropy'])
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  const lines = stdout.split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'The small set of @nablajs/digits (real MNIST digits): 8,000 digits to train on, 2,000 held out for the test.',
    'Network [784, 30, 10], hidden sigmoid, output sigmoid, cross-entropy cost; η = 0.5, batches of 10, 2 epochs, seed 1.',
    '',
  ])
  const scores = lines.filter((line) => /\d+ \/ \d+/.test(line))
  expect(scores.map((line) => score.exec(line)?.[1])).toEqual(['Epoch 1: ', 'Epoch 2: '])
  const correct = Number(score.exec(scores[1] ?? '')?.[2])
  expect(correct).toBeGreaterThan(1500)
  expect(stdout).toContain(`none of them trained on, ${(correct / 20).toFixed(2)} % are read right.`)
  expect(stdout).toMatch(/^│ {2}│ +0 │ +1 │ +2 │ +3 │ +4 │ +5 │ +6 │ +7 │ +8 │ +9 │ +right │$/m)
  expect(stdout).toMatch(/\d read as \d/)
  expect(stdout).toContain('█')
  expect(stdout).not.toContain('\u001b')
  // Where a change of the engine's rounding is meant, the README gets the new lines.
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(`\`\`\`text\n${stdout}\`\`\``)
})

it('gives the same lines for the same seed', async () => {
  const argv = ['--small', '--epochs', '1', '--seed', '7', '--hidden', '12']
  const [one, other] = await Promise.all([start(argv), start(argv)])
  expect(one.stdout).toMatch(/^Epoch 1: \d+ \/ 2000$/m)
  expect(other.stdout).toBe(one.stdout)
})

it('ends on Ctrl-C with what was reached', async () => {
  const { stdout, stderr, code } = await start(['--small', '--epochs', '100000'], (text, kill) => {
    if (text.includes('Epoch 1: ')) kill()
  })
  expect({ stderr, code }).toEqual({ stderr: '', code: 130 })
  const scores = stdout.split('\n').filter((line) => score.test(line))
  expect(scores.at(-1)).toMatch(/^Stopped in epoch \d+: \d+ \/ 2000$/)
  expect(stdout).toContain('A row is a digit')
})

it('refuses an unknown option, names the nearest and runs nothing', async () => {
  const { stdout, stderr, code } = await start(['--epoch', '3'])
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toContain("error: unknown option '--epoch'\n(Did you mean --epochs?)")
})

it('says what is wrong with a folder, without a stack', async () => {
  const { stdout, stderr, code } = await start(['--data', 'src'])
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
  expect(stderr).toMatch(/^src: expected a folder with the four files of MNIST, got .*\n$/)
})

it('says where a training that diverges went wrong', async () => {
  const { stderr, code } = await start(['--small', '--epochs', '1', '--activation', 'relu', '--learning-rate', '1e38'])
  expect(code).toBe(1)
  expect(stderr).toMatch(/^train, epoch 1, step \d+, layer \d, .*\n$/)
})

it('takes softmax with log-likelihood, and shows a digit that was not learnt', async () => {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text))
  const argv = '--small --epochs 1 --hidden 4 --cost log-likelihood --learning-rate 1e-9'
  process.argv = [process.execPath, 'main.ts', ...argv.split(' ')]
  await import('./main.js')
  expect(process.exitCode).toBe(0)
  expect(said[1]).toContain('Network [784, 4, 10], hidden sigmoid, output softmax, log-likelihood cost; η = 1e-9,')
  expect(said[2]).toMatch(score)
  expect(said.join('\n')).toContain('Hardly ever read right: ')
})
