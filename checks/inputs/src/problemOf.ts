import type { Answer } from './answerTo.js'
import type { BadInput } from './badInput.js'

/** What is wrong with an answer; undefined where it is as it has to be. */
export function problemOf({ number, given, answer, names }: BadInput, { refusedBy, said }: Answer): string | undefined {
  const place = `${number}, ${given}`
  if (answer === 'error' && refusedBy === undefined) return `${place}: was not refused; said: ${said}`
  if (answer === 'policy' && refusedBy !== undefined) return `${place}: was refused (${refusedBy}): ${said}`
  const missing = names.filter((name) => !said.includes(name))
  return missing.length === 0 ? undefined : `${place}: '${missing.join("', '")}' is not in what was said: ${said}`
}
