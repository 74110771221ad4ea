import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Job } from './job.js'
import { describeMutant, mutated, type Mutant } from './mutant.js'
import { mutantsOf } from './mutantsOf.js'
import { patches } from './patches.js'
import { programOf } from './programOf.js'
import { root } from './root.js'
import { isFormula, targets, testBeside } from './targets.js'
import { typesOf } from './typesOf.js'

/** One bug to be caught. */
export interface Attempt {
  readonly group: 'mutants' | 'patches' | 'conformance'
  readonly file: string
  readonly description: string
  readonly mutant?: Mutant
  readonly text: string
  readonly by: Job['by']
}

/**
 * The functions of a plugin that the suite for plugin authors is held to, the pairings by their kernel, and constants at the top
 * of the file. Complex forms serve checks alone, and the rest is not the plugin's formula.
 */
const OF_A_PLUGIN = ['f', 'fPrime', 'apply', 'pullback', 'value', 'gradient', 'sigmoid', 'softmax', '']
/** The name, and what is said of bits, which is a promise between engines. */
const NO_FORMULA = /^(?:name|exact|kernel): /

/** Every bug: all mutants by the test beside their file, the patches, and the mutants inside plugins by the suite for plugin authors. */
export function plan(): Attempt[] {
  const files = targets()
  const program = programOf(files)
  const types = typesOf(program.getTypeChecker())
  const mutants = files.flatMap((file) => {
    const source = program.getSourceFile(join(root, file))
    if (!source) throw new Error(`${file} is not in the program`)
    return mutantsOf(source, file, types)
      .filter(({ inside }) => isFormula(file, inside))
      .map((mutant) => ({ mutant, text: mutated(source.text, mutant) }))
  })
  const besides = mutants.map(({ mutant, text }): Attempt => {
    return { group: 'mutants', file: mutant.file, description: describeMutant(mutant), mutant, text, by: { test: testBeside(mutant.file) } }
  })
  const seeded = patches().flatMap(({ patch, text }) =>
    patch.red.map((test): Attempt => ({ group: 'patches', file: patch.file, description: `${patch.name} against ${test}`, text, by: { test } })),
  )
  const suites = mutants.flatMap(({ mutant, text }): Attempt[] => {
    const suite = suiteFor(mutant.file)
    if (suite === undefined || NO_FORMULA.test(mutant.before) || !OF_A_PLUGIN.includes(mutant.inside)) return []
    return [{ group: 'conformance', file: mutant.file, description: `${describeMutant(mutant)}\n    by ${suite}`, mutant, text, by: { suite } }]
  })
  return [...besides, ...seeded, ...suites]
}

/** The suite for authors of plugins such as this file; `undefined` where it is none. */
function suiteFor(file: string): string | undefined {
  if (!/^packages\/(?:activations|costs)\//.test(file)) return undefined
  const text = readFileSync(join(root, file), 'utf8')
  if (!/^export (?:const \w+: (?:ElementwiseActivation|Activation|Cost) =|function \w+\(.*\): Activation \{)/m.test(text)) return undefined
  const suite = file.replace(/[^/]*$/, 'conformance.ts')
  return existsSync(join(root, suite)) ? suite : undefined
}
