import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'

const app = fileURLToPath(new URL('..', import.meta.url))

/** What the app has to say, as `pnpm start` runs it. */
async function output() {
  const argv = ['--conditions=@nablajs/source', '--import', 'tsx', 'src/main.ts']
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: app })
  return stdout
}

it('shows a hidden and an output neuron, and training in which the choice of f matters', async () => {
  const text = await output()
  const gradients = [...text.matchAll(/^gradient against differences: (\d\.\de-\d+)$/gm)].map(([, figure]) => Number(figure))
  expect(gradients).toHaveLength(2)
  expect(Math.max(...gradients)).toBeLessThan(1e-10)
  expect(text.match(/^BP1 .*f′/gm)).toHaveLength(1)
  expect(text.match(/^BP2 .*f′/gm)).toHaveLength(1)
  expect(text.match(/^sigmoid, seed \d/gm)).toHaveLength(10)
  expect(text.match(/^bump, seed \d/gm)).toHaveLength(5)
  expect(text).toMatch(/^linear lower in.* 5 of 5$/m)
  expect(text).not.toContain('\u001b')
})

/** Differences that are all rounding may be others on another backend. */
const withoutRounding = (text: string) => text.replaceAll(/\d\.\de-\d\d\b|0\.0e\+0/g, '…')

it('says what the README shows', async () => {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text))
  await import('./main.js')
  vi.restoreAllMocks()
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(withoutRounding(readme)).toContain(withoutRounding(`\`\`\`text\n${said.join('\n')}\n\`\`\``))
})
