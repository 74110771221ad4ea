import { expect, it } from 'vitest'
import fc from 'fast-check'
import { csvRecords } from './csvRecords.js'

function recordsIn(text: string, delimiter = ','): [string[], number][] {
  const found: [string[], number][] = []
  csvRecords('a.csv', text, delimiter, (cells, line) => found.push([cells, line]))
  return found
}

it('splits text without quotes as the parser does that a quote makes it use', () => {
  const piece = fc.constantFrom('a', '1.5', ' ', ',', ';', '\t', '\n', '\r\n', '\r', '\n\n', 'é', '\u2028', '\0')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(',', ';', '\t', ', '), (pieces, delimiter) => {
      const text = pieces.join('')
      const parsed = recordsIn(`${text}\n"q"`, delimiter)
      expect(parsed.pop()?.[0]).toEqual(['q'])
      expect(recordsIn(text, delimiter)).toEqual(parsed)
    }),
    { numRuns: 2000 },
  )
})

it('leaves out the mark at the beginning and that of MS-DOS at the end', () => {
  for (const quoted of ['b', '"b"']) expect(recordsIn(`\ufeffa,${quoted}\r\n1,2\r\n\u001a\r\n`)).toEqual([[['a', 'b'], 1], [['1', '2'], 2]])
})
