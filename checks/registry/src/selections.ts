const parts = ['@nablajs/linalg', '@nablajs/activations', '@nablajs/costs', '@nablajs/backprop']

/** What somebody installs, what must then lie in node_modules and nothing else, and a program that must run on it. */
export interface Selection {
  install: readonly string[]
  brings: readonly string[]
  /** What the command takes from others, too. */
  bringsOthers?: boolean
  program: string
  /** The first line that the program prints. */
  prints: string
}

/** Single packages, the engine in its parts, and the umbrella. */
export const selections: readonly Selection[] = [
  {
    install: ['@nablajs/activations'],
    brings: ['@nablajs/activations', '@nablajs/linalg'],
    program: 'activations.ts',
    prints: 'sigmoid bent 0.5 0.25',
  },
  {
    install: ['@nablajs/costs'],
    brings: ['@nablajs/costs', '@nablajs/linalg'],
    program: 'costs.ts',
    prints: 'quadratic 2 quartic 4 8 0',
  },
  {
    install: ['@nablajs/backend-wasm'],
    brings: ['@nablajs/backend-wasm', '@nablajs/linalg'],
    program: 'backendWasm.ts',
    prints: 'wasm true 11 25',
  },
  { install: parts, brings: parts, program: 'parts.ts', prints: '0 1 1 0' },
  {
    install: ['nabla'],
    brings: [
      'nabla', ...parts, '@nablajs/trainer', '@nablajs/data', '@nablajs/model-io', '@nablajs/explain', '@nablajs/backend-wasm', '@nablajs/backend-blas', '@nablajs/testing',
      '@nablajs/cli',
    ],
    bringsOthers: true,
    program: 'nabla.ts',
    prints: '4 / 4',
  },
]
