export { wasm, type WasmMode, type WasmOptions } from './wasm.js'
export { wasmBytes } from './module.js'
