import { linear, type ElementwiseActivation } from 'nabla'
import { expect, it } from 'vitest'
import { compare } from './compare.js'
import { signAndSine } from './signAndSine.js'

it('shows every run of both, in how many f is lower, and two curves on one scale', async () => {
  const text = await compare({
    f: linear,
    layersWith: (f: ElementwiseActivation) => [1, { neurons: 2, activation: f }],
    samples: signAndSine(),
    epochs: 20,
    batchSize: 8,
    learningRate: 0.1,
    seeds: [1, 2],
    shown: [1, 20],
  })
  const heads = text.split('\n').slice(0, 6).map((line) => line.slice(0, 22).trim())
  expect(heads).toEqual(['cost in epoch', 'sigmoid, seed 1', 'sigmoid, seed 2', 'linear, seed 1', 'linear, seed 2', 'linear lower in'])
  const cost = (head: string) => Number(text.split('\n').find((line) => line.startsWith(head))?.slice(-6))
  const lower = [1, 2].filter((seed) => cost(`linear, seed ${seed}`) < cost(`sigmoid, seed ${seed}`)).length
  expect(text).toMatch(new RegExp(`^linear lower in.* ${lower} of 2$`, 'm'))
  const tops = text.match(/^\d\.\d{3}┤/gm) ?? []
  expect(tops).toHaveLength(6)
  expect(tops.slice(0, 3)).toEqual(tops.slice(3))
})
