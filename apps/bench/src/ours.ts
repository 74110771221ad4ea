import { sigmoid } from '@nablajs/activations'
import { network, type Network } from '@nablajs/backprop'
import { quadratic } from '@nablajs/costs'
import { train } from '@nablajs/trainer'
import type { Start, Workload } from './plainJavaScript.js'

/** A network with the same start as the plain loops have. */
export function networkFrom({ sizes }: Workload, { w, b }: Start): Network {
  const net = network([...sizes], { activation: sigmoid })
  for (let l = 2; l <= net.L; l++) {
    const { rows, cols } = net.w[l]
    for (let j = 0; j < rows; j++) for (let k = 0; k < cols; k++) net.w[l].set(j, k, w[l - 2][j * cols + k])
    net.b[l].data.set(b[l - 2])
  }
  return net
}

/** Trains through public `train`, shuffling, gathering and reporting as users do, for some epochs. Returns samples a second. */
export async function trainOurs(net: Network, { sizes, batch, eta }: Workload, x: Float32Array, y: Float32Array, epochs: number): Promise<number> {
  const size = x.length / sizes[0]
  const samples = { size, inputs: { rows: sizes[0], data: x }, targets: { rows: y.length / size, data: y } }
  let samplesPerSecond = 0
  for await (const epoch of train(net, samples, { cost: quadratic, epochs, batchSize: batch, learningRate: eta })) {
    samplesPerSecond = epoch.samplesPerSecond
  }
  return samplesPerSecond
}
