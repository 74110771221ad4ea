export * from '@nablajs/linalg/conformance'
export * from '@nablajs/activations/conformance'
export * from '@nablajs/costs/conformance'
export * from '@nablajs/backprop/conformance'
