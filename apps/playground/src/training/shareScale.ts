import type { Scale } from './scale.js'

/** Shares of a whole, evenly from 0 to 1. */
export const shareScale: Scale = { ticks: [0, 0.25, 0.5, 0.75, 1], at: (share) => share }
