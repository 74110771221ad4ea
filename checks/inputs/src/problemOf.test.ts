import { expect, it } from 'vitest'
import { answerTo } from './answerTo.js'
import { answersTo } from './answersTo.js'
import type { BadInput } from './badInput.js'
import { problemOf } from './problemOf.js'

const refused: BadInput = { number: 1, given: 'it', answer: 'error', names: ['line 2', 'way out'], give: () => Promise.resolve('done') }
const decided: BadInput = { ...refused, answer: 'policy', policy: 'Kept.', names: ['kept'] }

it('notices an input that is taken where it has to be refused, and the other way round', () => {
  expect(problemOf(refused, { said: 'line 2, way out' })).toContain('was not refused')
  expect(problemOf(decided, { refusedBy: 'DataError', said: 'kept' })).toContain('was refused (DataError)')
})

it('notices what the message does not name', () => {
  expect(problemOf(refused, { refusedBy: 'DataError', said: 'line 2: no' })).toContain("'way out' is not in what was said")
  expect(problemOf(decided, { said: 'gone' })).toContain("'kept'")
})

it('has nothing to say of a right answer', () => {
  expect(problemOf(refused, { refusedBy: 'exit 3', said: 'line 2: no; way out' })).toBeUndefined()
  expect(problemOf(decided, { said: 'it was kept' })).toBeUndefined()
})

it('counts an error without a type as a problem', async () => {
  const [answered] = await answersTo([{ ...refused, give: () => Promise.reject(new TypeError('x is not a function')) }])
  expect(answered?.problem).toContain('an error without a type: TypeError')
})

it('names no folder of this machine', async () => {
  const answer = await answerTo({ ...decided, files: { 'in/it.csv': 'x' }, give: ({ folder }) => Promise.resolve(`${folder}/in/it.csv in ${folder}`) })
  expect(answer).toEqual({ said: 'in/it.csv in .' })
})

it('takes the exit code and the first lines of a command that ends with one', async () => {
  const { refusedBy, said } = (await answerTo({ ...refused, give: ({ nabla }) => nabla(['train', 'none.csv']) })) ?? {}
  expect([refusedBy, said]).toEqual(['exit 3', expect.stringMatching(/^none\.csv: expected a file or a folder that can be read/)])
})
