import { cost } from './en/cost.js'
import { demon } from './en/demon.js'
import { digits } from './en/digits.js'
import { equations } from './en/equations.js'
import { exercises } from './en/exercises.js'
import { forward } from './en/forward.js'
import { models } from './en/models.js'
import { net } from './en/net.js'
import { paths } from './en/paths.js'
import { quantity } from './en/quantity.js'
import { race } from './en/race.js'
import { slow } from './en/slow.js'
import { training } from './en/training.js'

/** Every text of the page in English, a file for each section. What depends on a number is a function. */
export const en = {
  title: 'Backpropagation, by hand',
  lead: 'How a neural network computes, and how it learns. Every number here can be changed: drag it, type over it, or use the keys. Everything else follows.',
  language: 'Language',
  copyLink: 'Copy link to this page as it is',
  linkCopied: 'The link is copied. It shows these numbers.',
  linkFailed: 'The link could not be copied. It is in the address bar.',
  refused: (key: string, got: string, expected: string) => `The link says ${key} = ${got}, which cannot be (${expected}). The page has its own value there.`,
  dismiss: 'Close this note',
  sections: 'Sections',

  quantity,
  net,
  forward,
  cost,
  demon,
  equations,
  slow,
  exercises,
  digits,
  training,
  race,
  paths,
  models,
}

/** What a language must say: every text of the English page. */
export type Words = typeof en
