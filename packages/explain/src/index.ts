export { trace, type SampleTrace, type Trace, type TraceOptions } from './trace/trace.js'
export type { Step, StepEquation, StepName } from './trace/step.js'
export type { Quantity, QuantityKind } from './trace/quantity.js'
