import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import type { BadInput, Place, Ran } from './badInput.js'
import { runNabla } from './runNabla.js'

/** What came of a bad input. */
export interface Answer {
  /** The code of the error, or `exit` with the code of the command; undefined where it was not refused. */
  readonly refusedBy?: string
  readonly said: string
}

/** Gives a bad input in a folder of its own. Undefined where that cannot be done on this machine; rejects with an error that has no type. */
export async function answerTo(input: BadInput): Promise<Answer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'check-inputs-'))
  const place: Place = { folder, nabla: (words, { stdin = '', aloud = false } = {}) => runNabla(aloud ? words : [...words, '--quiet'], folder, stdin) }
  try {
    for (const [name, content] of Object.entries(input.files ?? {})) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    const answer = await given(input, place)
    return answer && { ...answer, said: ofAnyMachine(answer.said, folder) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function given({ give, names }: BadInput, place: Place): Promise<Answer | undefined> {
  try {
    const came = await give(place)
    if (came === undefined) return undefined
    return typeof came === 'string' ? { said: came } : ofCommand(came, names)
  } catch (error) {
    if (!isTyped(error)) throw error
    return { refusedBy: error.code, said: error.message }
  }
}

/** Of what a command says, the lines that are about it. */
function ofCommand({ exitCode, stdout, stderr }: Ran, names: readonly string[]): Answer {
  if (exitCode !== 0) return { refusedBy: `exit ${exitCode}`, said: stderr.split('\n\n')[0]?.trim() ?? '' }
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '))
  return { said: [...new Set(lines.filter((line) => names.some((name) => line.includes(name))))].join('\n') }
}

/** An error that was thrown on purpose: it has a code, says where it is and what to do. */
function isTyped(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && error.name === error.code && 'where' in error && 'fix' in error
}

/** Without the names of this machine, its folders and processes, and what is drawn at random. */
function ofAnyMachine(text: string, folder: string): string {
  return text
    .replaceAll(`${folder}${sep}`, '')
    .replaceAll(folder, '.')
    .replaceAll(`process ${process.pid} on ${hostname()}`, 'process 1234 on this-machine')
    .replaceAll(/\.[0-9a-f]{8}\.unfinished/g, '.….unfinished')
}
