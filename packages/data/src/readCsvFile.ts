import { readFile } from 'node:fs/promises'
import { DataError } from '@nablajs/linalg'
import { readCsv, type CsvSamples, type ReadCsvOptions } from './readCsv.js'

/**
 * `readCsv` of a file, which errors call by its path.
 *
 * Shapes: as `readCsv`. Throws (by rejecting) what `readCsv` throws, and `DataError` where the file cannot be read.
 */
export async function readCsvFile(path: string, options: ReadCsvOptions): Promise<CsvSamples> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new DataError({ where: path, expected: 'a file that can be read', got, fix: 'Give the path of a CSV file.' })
  })
  return readCsv(bytes, { name: path, ...options })
}
