import { expect, it } from 'vitest'
import { examine } from './doctor.js'
import { run } from '../testing/run.js'

it('tries every backend, and finds the gradient of each that works near that of the reference', async () => {
  const { code, stdout, stderr } = await run(['doctor', '--json', '--quiet'])
  expect([code, stderr]).toEqual([0, ''])
  const { backends } = JSON.parse(stdout) as { backends: { backend: string; samplesPerSecond?: number; difference?: number; cannot?: string }[] }
  expect(backends.map(({ backend }) => backend)).toEqual(['reference', 'wasm exact', 'wasm exact, 2 threads', 'wasm fast', 'blas'])
  for (const { samplesPerSecond, difference, cannot } of backends) {
    if (cannot !== undefined) expect(cannot).toContain('BLAS')
    else expect([samplesPerSecond! > 100, difference! < 1e-5]).toEqual([true, true])
  }
})

it('shows a table', async () => {
  const { stdout, stderr } = await run(['doctor'])
  expect(stdout).toMatch(/^reference +[\d,]+ samples\/s +gradient within 0e\+0$/m)
  expect(stderr).toContain('trying wasm exact …')
})

it('says why a backend does not work, and passes on what nobody threw on purpose', async () => {
  expect(await examine('x', () => Promise.reject(Object.assign(new Error('not here'), { code: 'BackendError' })))).toEqual({ backend: 'x', cannot: 'not here' })
  await expect(examine('x', () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
})
