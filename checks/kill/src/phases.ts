/** What a program in training is doing: nothing yet, steps, a save in the middle of an epoch, the end of an epoch with its test and save. */
export const PHASES = ['start-up', 'step', 'save', 'epoch end'] as const

/** One of them. */
export type Phase = (typeof PHASES)[number]

/** What the program writes when it begins one: a byte that a kill cannot take back. The first has none. */
export const MARKS: Readonly<Record<string, Phase>> = { T: 'step', S: 'save', E: 'epoch end' }
