import { readOwnTable } from './readOwnTable.js'
import type { TableAnswer, TableRequest } from './tableMessages.js'

const answer = (what: TableAnswer) => postMessage(what)

addEventListener('message', ({ data: { file, target } }: MessageEvent<TableRequest>) => {
  file
    .arrayBuffer()
    .then((buffer) => answer({ type: 'table', table: readOwnTable(new Uint8Array(buffer), file.name, target) }))
    .catch((error: unknown) => answer({ type: 'refused', message: error instanceof Error ? error.message : String(error) }))
})
