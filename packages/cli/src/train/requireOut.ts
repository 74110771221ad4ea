import { access, constants } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { OptionError } from '@nablajs/linalg'
import { requireModelPath } from '@nablajs/model-io/node'

/**
 * Refuses, before hours of training, a path at which no model can be written after them.
 *
 * Shapes: none. Rejects with `OptionError` for an ending that is none, and for a folder that is not there or not to be written to.
 */
export async function requireOut(model: string, cwd: string): Promise<void> {
  const path = resolve(cwd, model)
  requireModelPath(model)
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw new OptionError({
      option: 'out',
      where: `--out ${model}`,
      expected: 'a file in a folder that is there and can be written to',
      got: cause instanceof Error ? cause.message : String(cause),
      fix: 'Make the folder first, or give another with --out.',
    })
  })
}
