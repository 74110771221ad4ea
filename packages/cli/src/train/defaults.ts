/** What settings are where they are not given and more than one place asks. */
export const DEFAULTS = { learningRate: 0.01, seed: 1, test: 0.2, validation: 0 } as const
