import type { BadInput } from '../badInput.js'
import { contentOfTables } from './contentOfTables.js'
import { disks } from './disks.js'
import { filesOfTables } from './filesOfTables.js'
import { imageInputs } from './images.js'
import { machine } from './machine.js'
import { matricesAndTargets } from './matricesAndTargets.js'
import { models } from './models.js'
import { optionsAndChanges } from './options.js'
import { output } from './output.js'
import { plugins } from './plugins.js'

/** All of them, in the order of their numbers. */
export const inputs: readonly BadInput[] = [
  ...filesOfTables, ...contentOfTables, ...imageInputs, ...matricesAndTargets, ...optionsAndChanges, ...plugins, ...models, ...disks, ...machine, ...output,
].sort((one, other) => one.number - other.number)
