import { en, type Words } from './en.js'
import type { Language } from './languages.js'
import { zh } from './zh.js'

/** Both languages whole: they are small, and so a switch waits for nothing. */
export const words: Readonly<Record<Language, Words>> = { en, zh }
