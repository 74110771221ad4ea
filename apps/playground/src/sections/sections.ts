import type { ComponentType } from 'preact'
import { ForwardSection } from './forward/ForwardSection.js'
import { TrainingSection } from './training/TrainingSection.js'

/** The sections of the page, in its order, by the name that their heading and their words have. */
export const sections = {
  forward: ForwardSection,
  training: TrainingSection,
} as const satisfies Readonly<Record<string, ComponentType>>

export type SectionName = keyof typeof sections
export const sectionNames = ['forward', 'training'] as const satisfies readonly SectionName[]
