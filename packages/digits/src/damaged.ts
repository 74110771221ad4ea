import { DataError } from '@nablajs/linalg'

/**
 * The error of a `digits.gz` that is missing or is not the one of this package.
 *
 * Shapes: none; text in, an error out.
 */
export function damaged(where: string, got: string, fix: string): DataError {
  return new DataError({ where, expected: 'the file digits.gz of @nablajs/digits', got, fix })
}
