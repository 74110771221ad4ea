import { DataError } from '@nablajs/linalg'

/**
 * What reading a file or a folder gives.
 *
 * Shapes: none. Rejects with `DataError` that names the path where the system refuses.
 */
export async function reading<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new DataError({ where: path, expected: 'a file or a folder that can be read', got, fix: 'Give the path of one, from this folder on.' })
  }
}
