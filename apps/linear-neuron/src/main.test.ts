import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'

/** What the app has to say, as `pnpm start` runs it. */
async function output() {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@nablajs/source', '--import', 'tsx', 'src/main.ts'], { cwd })
  return stdout
}

it('says that rewritten equations, engine and differences agree, and that the network ends as the least-squares map', async () => {
  const text = await output()
  const figure = (line: RegExp) => Number(line.exec(text)?.[1])
  expect(text).toMatch(/^gradient against differences: \d\.\de[-+]\d+$/m)
  expect(figure(/^gradient against differences: (.*)$/m)).toBeLessThan(1e-10)
  expect(figure(/rewritten against engine: (.*)$/m)).toBeLessThan(1e-14)
  expect(figure(/^folded network against least squares: (.*)$/m)).toBeLessThan(1e-10)
  expect(text).toMatch(/^ {4}1 .* \d\.\de\+0$/m)
  const [first, second] = /^y0 = (.*?) {3}y0 = (.*)$/m.exec(text)?.slice(1) ?? []
  expect(first?.trim()).toBe(second?.trim())
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
