export {
  defineCost,
  type Cost,
  type CostDefinition,
  type PairingByColumn,
  type PairingByNeuron,
  type Pairings,
} from './cost.js'
export { quadratic } from './quadratic.js'
export { crossEntropy } from './crossEntropy.js'
export { logLikelihood } from './logLikelihood.js'
export { huber } from './huber.js'
export { absolute } from './absolute.js'
