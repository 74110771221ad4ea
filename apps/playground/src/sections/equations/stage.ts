import type { StepName } from '@nablajs/explain'

/** The algorithm as the chapter numbers it, 1 to 5, and the update that follows. */
export const stages = ['input', 'feedforward', 'outputError', 'backpropagate', 'gradient', 'update'] as const
export type Stage = (typeof stages)[number]

/** Which part of the algorithm a step belongs to. */
export const stageOf: Readonly<Record<StepName, Stage>> = {
  'input': 'input',
  'weighted input': 'feedforward',
  'activation': 'feedforward',
  'output error': 'outputError',
  'backpropagate': 'backpropagate',
  'gradient of b': 'gradient',
  'gradient of w': 'gradient',
  'update of b': 'update',
  'update of w': 'update',
}
