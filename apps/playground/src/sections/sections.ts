import type { ComponentType } from 'preact'
import { CostSection } from './cost/CostSection.js'
import { DemonSection } from './demon/DemonSection.js'
import { DigitsSection } from './digits/DigitsSection.js'
import { EquationsSection } from './equations/EquationsSection.js'
import { ExercisesSection } from './exercises/ExercisesSection.js'
import { ForwardSection } from './forward/ForwardSection.js'
import { PathsSection } from './paths/PathsSection.js'
import { RaceSection } from './race/RaceSection.js'
import { SlowSection } from './slow/SlowSection.js'
import { TrainingSection } from './training/TrainingSection.js'

/** The sections of the page, in its order, by the name that their heading and their words have. */
export const sections = {
  forward: ForwardSection,
  cost: CostSection,
  demon: DemonSection,
  equations: EquationsSection,
  slow: SlowSection,
  exercises: ExercisesSection,
  digits: DigitsSection,
  training: TrainingSection,
  race: RaceSection,
  paths: PathsSection,
} as const satisfies Readonly<Record<string, ComponentType>>

export type SectionName = keyof typeof sections
export const sectionNames = ['forward', 'cost', 'demon', 'equations', 'slow', 'exercises', 'digits', 'training', 'race', 'paths'] as const satisfies readonly SectionName[]
