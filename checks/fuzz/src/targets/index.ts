import type { Target } from '../target.js'
import { csv } from './csv.js'
import { csvStream } from './csvStream.js'
import { idx } from './idx.js'
import { idxGzip } from './idxGzip.js'
import { jsonl } from './jsonl.js'
import { npy } from './npy.js'
import { npz } from './npz.js'
import { png } from './png.js'

/** Every reader. */
export const targets: readonly Target[] = [idx, idxGzip, csv, csvStream, jsonl, npy, npz, png]
