import type { Target } from '../target.js'
import { checkpoint } from './checkpoint.js'
import { jsonModel } from './jsonModel.js'
import { safetensors } from './safetensors.js'

/** Every reader of models and checkpoints. */
export const targets: readonly Target[] = [safetensors, jsonModel, checkpoint]
