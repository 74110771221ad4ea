import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { caution } from './caution.js'
import { run } from '../testing/run.js'

it.each([
  ['softmax', 'quadratic', 'logLikelihood is made for softmax'],
  ['sigmoid', 'logLikelihood', 'crossEntropy is made for sigmoid'],
  ['tanh', 'crossEntropy', 'tanh gives others'],
  ['linear', 'logLikelihood', 'linear gives others'],
])('says something of %s with %s', (output, cost, said) => {
  expect(caution(output, cost)).toContain(said)
})

it.each([['softmax', 'logLikelihood'], ['sigmoid', 'crossEntropy'], ['sigmoid', 'quadratic'], ['linear', 'quadratic'], ['tanh', 'huber'], ['softmax', 'crossEntropy']])('says nothing of %s with %s', (output, cost) => {
  expect(caution(output, cost)).toBeUndefined()
})

it('is said before training', async () => {
  const stdin = `x,y\n${Array.from({ length: 12 }, (_, i) => `${i * i},${i % 2 === 0 ? 'a' : 'b'}`).join('\n')}\n`
  const { code, stderr } = await run(['train', '-', '--cost', 'quadratic', '--epochs', '1', '--out', 'm.json'], { stdin, cwd: mkdtempSync(join(tmpdir(), 'caution-')) })
  expect(stderr.indexOf('CAREFUL: softmax with the quadratic cost')).toBeGreaterThan(-1)
  expect(stderr.indexOf('CAREFUL')).toBeLessThan(stderr.indexOf('epoch 1'))
  expect(code).toBe(0)
})
