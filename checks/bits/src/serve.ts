import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './program/tasks.js'

/** A server of pages that run the program. */
export interface Server {
  /** The address of a page, and the answer that its program will post. */
  page(options: PageOptions): { url: string; answered: Promise<Answer> }
  close(): void
}

/** What a page does. */
export interface PageOptions {
  task: string
  where: 'page' | 'worker'
  policy: keyof typeof policies
}

const policies = {
  isolated: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  strict: { 'content-security-policy': "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" },
}

/** Serves the program on a free port of this machine, as `/POLICY/`, with the headers of that policy on everything. */
export async function serve(program: string): Promise<Server> {
  const waiting = new Map<string, (answer: Answer) => void>()
  const server = createServer((request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const [, policy = '', file] = pathname.split('/')
    const headers = Object.entries(policies).find(([name]) => name === policy)?.[1] ?? {}
    const send = (type: string, body: string) => reply(response, { ...headers, 'content-type': type }, body)
    if (file === 'program.js') send('text/javascript', program)
    else if (file === '') send('text/html', `<!doctype html><meta charset="utf-8"><script type="module" src="program.js${search.replaceAll('&', '&amp;')}"></script>`)
    else if (file === 'answer') {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => {
        waiting.get(searchParams.get('id') ?? '')?.(JSON.parse(body) as Answer)
        send('text/plain', '')
      })
    } else reply(response, headers, '', 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  let pages = 0
  return {
    page({ task, where, policy }) {
      const id = String(++pages)
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve))
      return { url: `http://127.0.0.1:${port}/${policy}/?${new URLSearchParams({ id, task, where }).toString()}`, answered }
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function reply(response: ServerResponse, headers: Record<string, string>, body: string, status = 200): void {
  response.writeHead(status, { ...headers, 'cache-control': 'no-store' })
  response.end(body)
}
