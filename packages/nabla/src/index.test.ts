import { expect, it } from 'vitest'
import * as activations from '@nablajs/activations'
import * as backprop from '@nablajs/backprop'
import * as costs from '@nablajs/costs'
import * as data from '@nablajs/data'
import * as dataNode from '@nablajs/data/node'
import * as explain from '@nablajs/explain'
import * as linalg from '@nablajs/linalg'
import * as modelIo from '@nablajs/model-io'
import * as modelIoNode from '@nablajs/model-io/node'
import * as trainer from '@nablajs/trainer'
import * as nabla from './index.js'
import * as nablaNode from './node.js'

it('has every export of the packages under one name, network being the one that finds a backend', () => {
  const { network: _, ...parts } = { ...linalg, ...activations, ...costs, ...backprop, ...explain, ...trainer, ...modelIo, ...data }
  expect(nabla).toMatchObject(parts)
  expect(nabla.network).not.toBe(backprop.network)
})

it('gives no name to two things', () => {
  const names = [linalg, activations, costs, backprop, explain, trainer, data, modelIo].flatMap((part) => Object.keys(part))
  expect(names.filter((name, i) => names.indexOf(name) !== i && name !== 'NablaError')).toEqual([])
})

it('has what takes paths under nabla/node', () => {
  expect(nablaNode).toMatchObject({ ...dataNode, ...modelIoNode })
})
