import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { run } from '../testing/run.js'

/** What a line can go on with, and what the shell is told at the end. */
async function asked(...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await run(['complete', '--', ...words])
  expect([code, stderr]).toEqual([0, ''])
  return stdout.trimEnd().split('\n').map((line) => line.split('\t')[0] ?? '')
}

it('lists commands, flags and the values of flags', async () => {
  expect(await asked('')).toEqual(expect.arrayContaining(['train', 'predict', 'completion', 'help', ':4']))
  expect(await asked('')).not.toContain('complete')
  expect(await asked('tr')).toEqual(['train', ':4'])
  expect(await asked('--v')).toEqual(['--version', ':4'])
  expect(await asked('train', '--hid')).toEqual(['--hidden', ':4'])
  expect(await asked('train', 'a.csv', '--missing', 'm')).toEqual(['mean', 'median', ':4'])
  expect(await asked('train', '--cost=q')).toEqual(['quadratic', ':4'])
  expect(await asked('gradcheck', '--output', 'soft')).toEqual(['softmax', 'softplus', 'softsign', ':4'])
  expect(await asked('train', '--optimizer', 'adam')).toEqual(['adam', 'adamW', ':4'])
  expect(await asked('completion', 'p')).toEqual(['powershell', ':4'])
})

it('leaves files to the shell where nothing else fits', async () => {
  expect(await asked('train', 'ir')).toEqual([':0'])
  expect(await asked('train', '--config', '')).toEqual([':0'])
})

it('writes a script for each shell, and nothing to the console', async () => {
  const log = vi.spyOn(console, 'log')
  for (const [shell, sign] of [['bash', 'complete -o default'], ['zsh', '#compdef nabla'], ['fish', 'complete -c nabla'], ['powershell', 'Register-ArgumentCompleter']]) {
    const { code, stdout } = await run(['completion', shell ?? ''])
    expect([shell, code, stdout]).toEqual([shell, 0, expect.stringContaining(sign ?? '')])
  }
  expect(log).not.toHaveBeenCalled()
  expect(await run(['completion', 'csh'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Allowed choices are bash, zsh, fish, powershell') as string })
  expect((await run(['completion', '--help'])).stdout).toContain('source <(nabla completion zsh)')
})

const folder = mkdtempSync(join(tmpdir(), 'nabla-'))

/** What bash would offer for a line that it has cut into words, and what it asked the command. */
async function inBash(...words: string[]): Promise<{ offered: string[]; asked: string[] }> {
  const { stdout: script } = await run(['completion', 'bash'])
  const quoted = words.map((word) => `'${word}'`).join(' ')
  const stub = `nabla() { printf '%s\\n' "$@" > asked.txt; printf -- '--one\\tis first\\n--two\\t\\n:4\\n'; }`
  const lines = [stub, script, `COMP_WORDS=(nabla ${quoted})`, `COMP_CWORD=${words.length}`, '_nabla', 'printf "%s\\n" "${COMPREPLY[@]}"']
  writeFileSync(join(folder, 'asked.txt'), '')
  const offered = execFileSync('bash', ['-c', lines.join('\n')], { cwd: folder, encoding: 'utf8' })
  const given = readFileSync(join(folder, 'asked.txt'), 'utf8')
  return { offered: offered.split('\n').filter((line) => line !== ''), asked: given.split('\n').slice(0, -1) }
}

it('completes in bash, whose words end at an equals sign', async () => {
  expect(await inBash('train', '--hid')).toEqual({ offered: ['--one', '--two'], asked: ['complete', '--', 'train', '--hid'] })
  expect((await inBash('train', '')).asked).toEqual(['complete', '--', 'train', ''])
  expect((await inBash('train', '--cost', '=', 'q')).asked).toEqual(['complete', '--', 'train', '--cost', 'q'])
  expect((await inBash('train', '--cost', '=')).asked).toEqual(['complete', '--', 'train', '--cost', ''])
})

it('runs nothing of what stands in the line, and takes a word behind > for a file', async () => {
  writeFileSync(join(folder, 'out.csv'), 'kept')
  expect(await inBash('predict', '$(touch out.csv; echo x)', '>', 'out.csv', '--pro')).toEqual({
    offered: ['--one', '--two'],
    asked: ['complete', '--', 'predict', '$(touch out.csv; echo x)', '>', 'out.csv', '--pro'],
  })
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('kept')
  expect(await inBash('predict', 'm', '>', 'ou')).toEqual({ offered: [], asked: [] })
})
