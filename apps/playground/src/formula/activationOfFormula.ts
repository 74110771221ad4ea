import { defineActivation, type ElementwiseActivation } from '@nablajs/activations'
import { compile } from './compile.js'
import { derive } from './derive.js'
import { formulaLimits, type Formula } from './formula.js'
import { readFormula } from './formulaReader.js'

/** A reader's f(z): the formula, its derivative, and both as an activation that a network can have. */
export interface DesignedActivation {
  readonly formula: Formula
  readonly derivative: Formula
  readonly activation: ElementwiseActivation
}

/** The activation that a text stands for. Throws `FormulaError`. */
export function activationOfFormula(text: string): DesignedActivation {
  const formula = readFormula(text)
  const derivative = derive(formula)
  const activation = defineActivation({ name: text.trim().slice(0, formulaLimits.length), f: compile(formula), fPrime: compile(derivative) })
  return { formula, derivative, activation }
}
