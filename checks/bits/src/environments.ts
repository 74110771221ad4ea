import { browserEnvironment } from './browserEnvironment.js'
import type { Environment } from './environment.js'
import { fetchNode } from './fetchNode.js'
import type { Installed } from './installed.js'
import { nodeVersions } from './nodeBinaries.js'
import { nodeEnvironment } from './nodeEnvironment.js'
import type { Server } from './serve.js'

/** Every engine that must be had, and how. */
const makers = {
  'Node 20': node('Node 20'),
  'Node 22': node('Node 22'),
  'Node 24': node('Node 24'),
  Chromium: (_: Installed, server: Server) => browserEnvironment('Chromium', server),
  Firefox: (_: Installed, server: Server) => browserEnvironment('Firefox', server),
}

/** An engine that must be had. */
export type Wanted = keyof typeof makers

/** The engines, each started when it is first asked for. */
export interface Environments {
  /** Rejects where it cannot be had. */
  get(wanted: Wanted): Promise<Environment>
  close(): Promise<void>
}

/** The engines for a project with the packages. */
export function environments(installed: Installed, server: Server): Environments {
  const started = new Map<Wanted, Promise<Environment>>()
  return {
    get(wanted) {
      const environment = started.get(wanted) ?? makers[wanted](installed, server)
      started.set(wanted, environment)
      return environment
    },
    async close() {
      for (const outcome of await Promise.allSettled(started.values())) if (outcome.status === 'fulfilled') await outcome.value.close()
    },
  }
}

/** A Node: this one, where it has the major version; otherwise it is fetched. */
function node(name: keyof typeof nodeVersions) {
  return async (installed: Installed) => {
    const version = nodeVersions[name]
    const here = process.versions.node.split('.')[0] === version.split('.')[0]
    return nodeEnvironment(here ? process.execPath : await fetchNode(version), installed)
  }
}
