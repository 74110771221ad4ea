export { blas, type BlasBackend, type BlasOptions } from './blas.js'
export { LibraryError } from './libraryError.js'
export { FloatModeError } from './floatModeError.js'
