import { fromJson, toJson } from '@nablajs/model-io'
import { mutateBytes } from '../mutateBytes.js'
import type { Target } from '../target.js'
import { MODEL_WORDS, MODELS } from './safetensors.js'

const described = (sizes: string, layers: string) => `{"format":"nabla","version":1,"dtype":"float32","sizes":[${sizes}],"activations":["relu"],"layers":${layers}}`

/** What is read is written again, and is the same network then. */
function read(file: Uint8Array): void {
  const { net } = fromJson(new TextDecoder().decode(file))
  const again = fromJson(toJson(net)).net
  if (again.parameters.some((value, i) => !Object.is(value, net.parameters[i]))) throw new Error('another network after being written')
}

/** `fromJson`. */
export const jsonModel: Target = {
  name: 'json-model',
  seeds: MODELS.map(([net, said]) => new TextEncoder().encode(toJson(net, said))),
  mutate: (seed, random) => mutateBytes(seed, random, MODEL_WORDS),
  read,
  bombs: [
    { name: '200,000 brackets', read: () => fromJson('['.repeat(200000)) },
    { name: 'a text of ten million characters without an end', read: () => fromJson(`{"a":"${'a'.repeat(1e7)}`) },
    { name: 'a number of a million digits', read: () => fromJson(`[${'1'.repeat(1e6)}]`) },
    { name: '10^18 weights', read: () => fromJson(described('1000000000,1000000000', '[]')) },
    { name: 'weights that are not there', read: () => fromJson(described('100,100', `[${' '.repeat(100000)}]`)) },
    { name: '100,000 fields', read: () => fromJson(`{${Array.from({ length: 100000 }, (_, i) => `"k${i}":0`).join()}}`) },
  ],
}
