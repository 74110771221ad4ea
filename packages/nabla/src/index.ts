export * from '@nablajs/linalg'
export * from '@nablajs/activations'
export * from '@nablajs/costs'
export * from '@nablajs/backprop'
export * from '@nablajs/explain'
export * from '@nablajs/trainer'
export * from '@nablajs/data'
export * from '@nablajs/model-io'
export { network, type AutomaticNetworkOptions } from './network.js'
export { pickBackend, type Mode, type PickOptions } from './pickBackend.js'
// Both the trainer and data declare what samples are; data's is what users make.
export type { Columns, Samples, SampleStream } from '@nablajs/data'
// Data and model-io declare these alike and know nothing of each other.
export type { InputColumn, Preprocessing, Target } from '@nablajs/data'
