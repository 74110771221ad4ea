import type { Proof } from '@nablajs/explain'
import type { FormulaTree } from '../../../vite/formulaTree.js'
import bp1Alone from './proofs/bp1Alone.tex'
import bp1Chain from './proofs/bp1Chain.tex'
import bp1Definition from './proofs/bp1Definition.tex'
import bp1Done from './proofs/bp1Done.tex'
import bp2Chain from './proofs/bp2Chain.tex'
import bp2Definition from './proofs/bp2Definition.tex'
import bp2Derivative from './proofs/bp2Derivative.tex'
import bp2Done from './proofs/bp2Done.tex'
import bp2NextError from './proofs/bp2NextError.tex'
import bp2NextLayer from './proofs/bp2NextLayer.tex'
import bp3Chain from './proofs/bp3Chain.tex'
import bp3Derivative from './proofs/bp3Derivative.tex'
import bp3Done from './proofs/bp3Done.tex'
import bp4Chain from './proofs/bp4Chain.tex'
import bp4Derivative from './proofs/bp4Derivative.tex'
import bp4Done from './proofs/bp4Done.tex'

/** The equalities of each proof, (36) to (45) and the chapter's exercise, in the order of `proofs`. */
export const proofFormulas: Readonly<Record<Proof['of'], readonly FormulaTree[]>> = {
  BP1: [bp1Definition, bp1Chain, bp1Alone, bp1Done],
  BP2: [bp2Definition, bp2Chain, bp2NextError, bp2NextLayer, bp2Derivative, bp2Done],
  BP3: [bp3Chain, bp3Derivative, bp3Done],
  BP4: [bp4Chain, bp4Derivative, bp4Done],
}
