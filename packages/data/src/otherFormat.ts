const MAGIC: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive, as .xlsx and .ods are'],
  ['\u001f\u008b', 'a gzip file'],
  ['PAR1', 'a Parquet file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel file'],
  ['%PDF', 'a PDF'],
  ['\u0089PNG', 'a PNG image'],
]

/** So much of the beginning is looked at. */
const BEGINNING = 256

/**
 * What bytes are that are given for text, by their first few; undefined where they may be text.
 *
 * Shapes: any number of bytes.
 */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  return MAGIC.find(([magic]) => Array.from(magic).every((character, i) => bytes[i] === character.charCodeAt(0)))?.[1]
}

/**
 * What text is that is given for a table, by its beginning; undefined where it may be one.
 *
 * Shapes: text.
 */
export function textFormat(text: string): string | undefined {
  const beginning = text.slice(0, BEGINNING).trimStart().toLowerCase()
  if (/^(?:<!doctype html|<html|<\?xml)/.test(beginning)) return 'a web page'
  return /^(?:\[\s*)?\{\s*"/.test(beginning) ? 'JSON' : undefined
}
