import type { Competitor } from './competitor.js'
import { competitors } from './competitors.js'
import { programs } from './programs.js'

/** Whether a name begins with one of these; every name does where there are none. */
export function isChosen(name: string, beginnings: readonly string[]): boolean {
  return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning))
}

/** The competitors whose names begin so, built and ready to be started. */
export async function chosenCompetitors(beginnings: readonly string[]): Promise<Competitor[]> {
  return competitors(await programs()).filter(({ id }) => isChosen(id, beginnings))
}
