import { afterEach, expect, it, vi } from 'vitest'
import { readSettings } from './settings.js'

afterEach(() => {
  vi.restoreAllMocks()
})

/** What a refused command line writes to stderr. */
function refusal(...argv: string[]): string {
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  expect(() => readSettings(argv)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^commander\./) as unknown }))
  return written.join('')
}

it("is the chapter's settings unless said", () => {
  expect(readSettings([])).toEqual({
    hidden: [30],
    epochs: 30,
    batchSize: 10,
    learningRate: 3,
    cost: 'quadratic',
    activation: 'sigmoid',
    seed: 1,
    backend: 'wasm',
  })
})

it('takes every setting', () => {
  const argv = '--hidden 100,20 --epochs 10 --batch-size 5 --cost cross-entropy --activation leaky-relu --seed -7 --backend reference --data there'
  expect(readSettings([...argv.split(' '), '--learning-rate', '1e-2'])).toEqual({
    hidden: [100, 20],
    epochs: 10,
    batchSize: 5,
    learningRate: 0.01,
    cost: 'cross-entropy',
    activation: 'leaky-relu',
    seed: -7,
    backend: 'reference',
    data: 'there',
  })
  expect(readSettings(['--small'])).toMatchObject({ small: true })
})

it('takes η = 0.5 where the cost cancels with σ′, unless another is given', () => {
  expect(readSettings(['--cost', 'cross-entropy'])).toMatchObject({ learningRate: 0.5 })
  expect(readSettings(['--cost', 'log-likelihood'])).toMatchObject({ learningRate: 0.5 })
  expect(readSettings(['--cost', 'cross-entropy', '--learning-rate', '3'])).toMatchObject({ learningRate: 3 })
})

it('names the option that was meant, and how options are given', () => {
  expect(refusal('--hiden', '100')).toBe(
    "error: unknown option '--hiden'\n(Did you mean --hidden?)\nOptions come after two dashes; npm start -- --help shows all of them.\n",
  )
  expect(refusal('100')).toContain('Options come after two dashes')
})

it('names what a choice can be', () => {
  expect(refusal('--cost', 'entropy')).toContain("'entropy' is invalid. Allowed choices are quadratic, cross-entropy, log-likelihood.")
  expect(refusal('--activation', 'Tanh')).toContain('Allowed choices are sigmoid, tanh, relu, leaky-relu, elu')
})

it.each(['0', '-1', '1.5', 'NaN', '1e3', '', '99999999999999999'])('refuses %o as a count', (text) => {
  for (const option of ['--epochs', '--batch-size', '--hidden']) {
    expect(refusal(`${option}=${text}`)).toContain('Expected a whole number of at least 1.')
  }
})

it.each(['0', '-3', 'NaN', 'Infinity', ' ', 'fast'])('refuses %o as a learning rate', (text) => {
  expect(refusal(`--learning-rate=${text}`)).toContain('Expected a number above 0, such as 0.5.')
})

it.each(['1.5', 'one', '1e400'])('refuses %o as a seed', (text) => {
  expect(refusal('--seed', text)).toContain('Expected a whole number, such as 7.')
})

it('refuses a hole in a list of layers', () => {
  expect(refusal('--hidden', '30,,10')).toContain('Expected a whole number of at least 1.')
})

it('refuses two data sets at once', () => {
  expect(refusal('--small', '--data', 'there')).toContain("option '--small' cannot be used with option '--data <dir>'")
})

it('shows every option on --help', () => {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  expect(() => readSettings(['--help'])).toThrow(expect.objectContaining({ code: 'commander.helpDisplayed', exitCode: 0 }))
  for (const option of ['hidden', 'epochs', 'batch-size', 'learning-rate', 'cost', 'activation', 'seed', 'small', 'data']) {
    expect(written.join('')).toContain(`--${option}`)
  }
})
