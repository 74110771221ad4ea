import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { nearest } from '@nablajs/data'
import { OptionError } from '@nablajs/linalg'
import * as v from 'valibot'
import { settingNames, trainSettings, type TrainSettings } from './trainSettings.js'

/**
 * The settings of a config file: JSON that the schema describes.
 *
 * Shapes: none. Rejects with `OptionError` for text that is no JSON, a name that is none or a value that cannot be, with its path.
 */
export async function readConfig(path: string, cwd: string): Promise<TrainSettings> {
  return settingsFrom(await readFile(resolve(cwd, path), 'utf8'), path)
}

/**
 * The settings that the text of a config file says; `name` is what errors call it.
 *
 * Shapes: none. Throws `OptionError` as `readConfig` rejects.
 */
export function settingsFrom(text: string, name: string): TrainSettings {
  const found = v.safeParse(trainSettings, parsed(text, name))
  if (!found.success) throw wrong(name, found.issues[0])
  return found.output
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new OptionError({
      option: 'config',
      where: path,
      expected: 'JSON',
      got: error instanceof Error ? error.message : String(error),
      fix: 'Mend it at that place; comments and trailing commas are not allowed.',
    })
  }
}

function wrong(path: string, issue: v.InferIssue<typeof trainSettings>): OptionError {
  const place = v.getDotPath(issue)
  const key = issue.path?.at(-1)?.key
  const close = issue.expected === 'never' && typeof key === 'string' ? nearest(key, settingNames) : undefined
  return new OptionError({
    option: 'config',
    where: place === null ? path : `${path}, ${place}`,
    expected: issue.expected === 'never' ? 'a setting that there is' : (issue.expected ?? 'another value'),
    got: issue.received,
    fix: close === undefined ? 'nabla train --help lists all settings.' : `Did you mean ${close}?`,
  })
}
