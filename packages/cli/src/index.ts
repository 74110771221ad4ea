export { main } from './main.js'
export type { Io } from './io.js'
export type { Mode, PickBackend, Surroundings } from './surroundings.js'
