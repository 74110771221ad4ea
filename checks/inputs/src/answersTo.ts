import { answerTo, type Answer } from './answerTo.js'
import type { BadInput } from './badInput.js'
import { problemOf } from './problemOf.js'

/** A bad input and what came of it. */
export interface Answered {
  readonly input: BadInput
  /** Undefined where it was not given: this machine has not what it needs. */
  readonly answer?: Answer
  readonly problem?: string
}

/** Gives all of them, one after another. */
export async function answersTo(inputs: readonly BadInput[]): Promise<Answered[]> {
  const answered: Answered[] = []
  for (const input of inputs) {
    try {
      const answer = await answerTo(input)
      const problem = answer && problemOf(input, answer)
      answered.push({ input, ...(answer && { answer }), ...(problem !== undefined && { problem }) })
    } catch (error) {
      answered.push({ input, problem: `${input.number}, ${input.given}: an error without a type: ${String(error)}` })
    }
  }
  return answered
}
