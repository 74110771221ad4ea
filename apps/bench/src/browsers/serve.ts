import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import type { Answer, Question } from './question.js'

/** The page's server: where it is, and what its worker answers. */
export interface Server {
  readonly url: string
  readonly answer: Promise<readonly Answer[] | string>
  close(): void
}

const PAGE = '<!doctype html><meta charset="utf-8"><script type="module">new Worker("/program.js", { type: "module" })</script>'
/** Cross-origin isolation: shared memory, and clocks that are not made coarse. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cache-control': 'no-store' }

/** Serves a page whose worker runs the program, the question and the data, on a free port of this machine. */
export async function serve(program: Uint8Array, question: Question, data: string): Promise<Server> {
  let answered: (answer: readonly Answer[] | string) => void
  const answer = new Promise<readonly Answer[] | string>((resolve) => (answered = resolve))
  const server = createServer((request, response) => {
    const send = (type: string, body: string | Uint8Array) => response.writeHead(200, { ...ISOLATED, 'content-type': type }).end(body)
    const path = request.url ?? '/'
    if (path === '/') send('text/html', PAGE)
    else if (path === '/program.js') send('text/javascript', program)
    else if (path === '/question') send('application/json', JSON.stringify(question))
    else if (path.startsWith('/data/')) {
      readFile(join(data, basename(path))).then(
        (bytes) => send('application/octet-stream', bytes),
        () => response.writeHead(404).end(),
      )
    } else if (path === '/answer') {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => {
        const told: unknown = JSON.parse(body)
        answered(isAnswers(told) ? told : String(told))
        send('text/plain', '')
      })
    } else response.writeHead(404, ISOLATED).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    answer,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function isAnswers(told: unknown): told is Answer[] {
  return Array.isArray(told)
}
