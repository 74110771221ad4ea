import type { Target } from '../target.js'
import { checkpoint } from './checkpoint.js'
import { config } from './config.js'
import { csv } from './csv.js'
import { csvStream } from './csvStream.js'
import { idx } from './idx.js'
import { idxGzip } from './idxGzip.js'
import { jsonl } from './jsonl.js'
import { jsonModel } from './jsonModel.js'
import { npy } from './npy.js'
import { npz } from './npz.js'
import { png } from './png.js'
import { safetensors } from './safetensors.js'
import { table } from './table.js'
import { tableJsonl } from './tableJsonl.js'

/** Every reader. */
export const targets: readonly Target[] = [idx, idxGzip, csv, csvStream, jsonl, table, tableJsonl, npy, npz, png, safetensors, jsonModel, checkpoint, config]
