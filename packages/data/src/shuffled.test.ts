import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SampleStream } from './sampleStream.js'
import type { Samples } from './samples.js'
import { shuffled } from './shuffled.js'

/** Samples 0 … size − 1 in blocks of these sizes in turn: sample i has the input [i, −i], the target i, the weight 2i and the label i mod 256. */
function counting(size: number, sizes: readonly number[]): SampleStream {
  return {
    size,
    inputsRows: 2,
    targetsRows: 1,
    async *[Symbol.asyncIterator]() {
      for (let from = 0, k = 0; from < size; k++) {
        const count = Math.min(sizes[k % sizes.length] ?? 1, size - from)
        const of = (f: (i: number) => number) => Array.from({ length: count }, (_, i) => f(from + i))
        yield {
          size: count,
          inputs: { rows: 2, data: Float64Array.from(of((i) => i).flatMap((i) => [i, -i])) },
          targets: { rows: 1, data: Float32Array.from(of((i) => i)) },
          weights: { rows: 1, data: Float64Array.from(of((i) => 2 * i)) },
          labels: Uint8Array.from(of((i) => i)),
        }
        from += count
        await Promise.resolve()
      }
    },
  }
}

async function orderOf(stream: AsyncIterable<Samples>): Promise<number[]> {
  const order: number[] = []
  for await (const { size, inputs, targets, weights, labels } of stream) {
    for (let i = 0; i < size; i++) {
      const sample = targets.data[i]!
      const whole = inputs.data[2 * i] === sample && inputs.data[2 * i + 1] === 0 - sample && weights?.data[i] === 2 * sample && labels?.[i] === sample % 256
      if (!whole) throw new Error(`sample ${sample} is put together of several`)
      order.push(sample)
    }
    expect(inputs.data).toHaveLength(2 * size)
  }
  return order
}

it('gives every sample once, whole, at the earliest `buffer` places before its own', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 }), sizes, fc.integer({ min: 1, max: 70 }), fc.integer(), async (size, blocks, buffer, seed) => {
      const order = await orderOf(shuffled(counting(size, blocks), { buffer, seed }))
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i))
      for (const [place, sample] of order.entries()) expect(place).toBeGreaterThanOrEqual(sample - buffer)
    }),
    { numRuns: 60 },
  )
})

it('has an order that follows from seed, epoch and buffer, not from the blocks', async () => {
  const order = (blocks: readonly number[], options: object) => orderOf(shuffled(counting(200, blocks), { buffer: 50, ...options }))
  const first = await order([7, 1, 30], {})
  expect(await order([200], { seed: 1, epoch: 1 })).toEqual(first)
  expect(await order([200], { seed: 2 })).not.toEqual(first)
  expect(await order([200], { epoch: 2 })).not.toEqual(first)
  expect(await order([200], { buffer: 51 })).not.toEqual(first)
})

it('has another order in each epoch, and the same in each loop over it', async () => {
  const stream = shuffled(counting(100, [10]), { buffer: 30, seed: 4 })
  const second = stream.epoch?.(2) ?? stream
  expect(await orderOf(stream)).toEqual(await orderOf(stream.epoch?.(1) ?? stream))
  expect(await orderOf(second)).not.toEqual(await orderOf(stream))
  expect(await orderOf(second)).toEqual(await orderOf(shuffled(counting(100, [10]), { buffer: 30, seed: 4, epoch: 2 })))
})

it('asks the stream that it shuffles for the same epoch', async () => {
  const asked: number[] = []
  const inner = counting(3, [3])
  const stream = shuffled({ ...inner, epoch: (number) => (asked.push(number), inner) })
  for (const epoch of [3, 7]) expect(await orderOf(stream.epoch?.(epoch) ?? stream)).toHaveLength(3)
  expect(asked).toEqual([3, 7])
})

it('keeps the bits of the order: the same in every engine and release', async () => {
  expect(await orderOf(shuffled(counting(12, [5]), { buffer: 4 }))).toMatchInlineSnapshot(`
    [
      3,
      1,
      4,
      6,
      5,
      0,
      2,
      8,
      9,
      10,
      7,
      11,
    ]
  `)
})

it('draws every order of three samples about equally often where they all fit into the buffer', async () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 300; seed++) {
    const order = (await orderOf(shuffled(counting(3, [3]), { buffer: 3, seed }))).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  // 50 expected each; 5 standard deviations are 33.
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 50)).toBeLessThan(33)
})

it('says size and rows of the stream', () => {
  expect(shuffled(counting(5, [1]))).toMatchObject({ size: 5, inputsRows: 2, targetsRows: 1 })
})

it('refuses options that cannot be, a buffer larger than memory, and blocks that differ', async () => {
  const of = (options: object) => () => shuffled(counting(5, [1]), options)
  expect(of({ buffer: 0 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'buffer' }))
  expect(of({ seed: 0.5 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'seed' }))
  expect(of({ epoch: 0 })).toThrow(expect.objectContaining({ code: 'OptionError', option: 'epoch' }))
  await expect(orderOf(shuffled(counting(5, [1]), { buffer: 2 ** 30 }))).rejects.toMatchObject({ code: 'OptionError', option: 'buffer' })
  const block = { size: 1, inputs: { rows: 1, data: Float64Array.of(1) }, targets: { rows: 1, data: Uint8Array.of(1) } }
  const differing: SampleStream = {
    inputsRows: 1,
    targetsRows: 1,
    async *[Symbol.asyncIterator]() {
      yield block
      await Promise.resolve()
      yield { ...block, inputs: { rows: 1, data: Float32Array.of(1) } }
    },
  }
  const read = async () => {
    for await (const { size } of shuffled(differing)) expect(size).toBe(1)
  }
  await expect(read()).rejects.toMatchObject({ code: 'DataError', where: 'shuffled, a block' })
})
