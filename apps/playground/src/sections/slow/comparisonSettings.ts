/** What both networks are and how they learn; the hidden layers' activation is all that differs. */
export const comparison = { hidden: [8, 8], epochs: 120, batchSize: 10, learningRate: 0.3 } as const
