export { wasm, type WasmBackend, type WasmOptions } from './wasm.js'
export { wasmBytes, type Modules, type WasmMode } from './module.js'
