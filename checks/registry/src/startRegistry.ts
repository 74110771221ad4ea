import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runServer } from 'verdaccio'

/** A registry of our own. */
export interface Registry {
  url: string
  close(): Promise<void>
}

/**
 * Starts Verdaccio on a free port of this machine. It stores in `folder`, asks no other registry for anything, and lives in
 * this process, so it cannot outlive it.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const everyone = { access: '$all', publish: '$all', unpublish: '$all' }
  const server = (await runServer({
    self_path: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: {},
    packages: { '**': everyone },
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
    max_body_size: '20mb',
  })) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
