/** Node has it, browsers do not. */
declare const setImmediate: ((callback: () => void) => void) | undefined

/** Work goes on for about this long before the event loop gets a turn, so that with the turn it fits a frame at 60 a second. */
export const BREATH_MS = 12

/**
 * Lets the event loop do what waits: timers, input, drawing.
 *
 * Shapes: none.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve)
    else postToSelf(resolve)
  })
}

/** In browsers: a nested setTimeout waits 4 ms at least, a message does not. */
function postToSelf(resolve: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    resolve()
  }
  port2.postMessage(null)
}

/**
 * How many pieces of work fit in one breath, learnt from how long the last ones took: grows at most twofold, shrinks at once.
 *
 * Shapes: `done` pieces took `ms` milliseconds; returns a whole number of at least 1.
 */
export function piecesPerBreath(done: number, ms: number): number {
  const fitting = Math.floor((done * BREATH_MS) / Math.max(ms, 1e-3))
  return Math.max(1, Math.min(2 * done, fitting))
}
