/** The types whose construction with a length is watched: every array of a reader is one of these. */
const WATCHED = { Uint8Array, Int8Array, Int16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array }

/** Tells the largest array that was made, in bytes, since the last call of `start`. */
export interface Watch {
  start(): void
  largest(): number
  /** Takes the watch away. */
  end(): void
}

/** Watches the arrays that are made from here on. */
export function watchArrays(): Watch {
  let largest = 0
  const note = (made: object) => {
    if (ArrayBuffer.isView(made)) largest = Math.max(largest, made.byteLength)
  }
  for (const [name, type] of Object.entries(WATCHED)) {
    const watched = new Proxy(type, {
      construct(target, args: unknown[]) {
        const made: unknown = Reflect.construct(target, args)
        if (typeof made !== 'object' || made === null) throw new TypeError(`${name} made no object`)
        if (typeof args[0] === 'number') note(made)
        return made
      },
    })
    Object.defineProperty(globalThis, name, { value: watched, writable: true, configurable: true })
  }
  return {
    start: () => {
      largest = 0
    },
    largest: () => largest,
    end: () => {
      for (const [name, type] of Object.entries(WATCHED)) Object.defineProperty(globalThis, name, { value: type, writable: true, configurable: true })
    },
  }
}
