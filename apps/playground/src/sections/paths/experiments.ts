import { computed } from '@preact/signals'
import { paths, pathsByDynamicProgramming, weightChange, type Weight } from '@nablajs/explain'
import { readAddress } from '../../address/address.js'
import { experimentOn, type Experiment } from '../../engine/experimentOn.js'
import { state } from '../../state/store.js'
import { passInput, sizes } from '../../view/focus.js'
import { chosenWeight } from './chosenWeight.js'

/** The address of the weight whose paths are shown. */
export const weight = computed(() => chosenWeight(state.value.focus, sizes.value))
const deltaW = computed(() => state.value.deltaW)

/** Every path from that weight to the cost (51), and their sum (53). */
export const walked = computed(() => experiment((net, cost, x, y, from) => paths(net, cost, x, y, { weight: from })))

/** The same sum with every shared end of paths added up once. */
export const organised = computed(() => experiment((net, cost, x, y, from) => pathsByDynamicProgramming(net, cost, x, y, { weight: from })))

/** What a change of that weight by Δw does on its way to the cost: (47) to (50) and (52). */
export const pushed = computed(() => experiment((net, cost, x, y, from) => weightChange(net, cost, x, y, { weight: from, deltaW: deltaW.value })))

type PathExperiment<T> = (...given: [...Parameters<Experiment<T>>, weight: Weight]) => T

function experiment<T>(run: PathExperiment<T>): T {
  const { layer = 2, j = 1, k = 1 } = readAddress(weight.value, sizes.value) ?? {}
  return experimentOn(passInput.value, (net, cost, x, y) => run(net, cost, x, y, { layer, j: j - 1, k: k - 1 }))
}
