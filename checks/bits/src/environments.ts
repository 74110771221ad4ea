import { browserEnvironment } from './browserEnvironment.js'
import type { Environment } from './environment.js'
import { fetchNode } from './fetchNode.js'
import type { Installed } from './installed.js'
import { newerNodes } from './nodeBinaries.js'
import { nodeEnvironment } from './nodeEnvironment.js'
import type { Server } from './serve.js'

/** Every engine that must be had, and how. */
export const environments: Readonly<Record<string, (installed: Installed, server: Server) => Promise<Environment>>> = {
  'this Node': (installed) => nodeEnvironment(process.execPath, installed),
  'Node 22': async (installed) => nodeEnvironment(await fetchNode(newerNodes[22]), installed),
  'Node 24': async (installed) => nodeEnvironment(await fetchNode(newerNodes[24]), installed),
  Chromium: (_, server) => browserEnvironment('Chromium', server),
  Firefox: (_, server) => browserEnvironment('Firefox', server),
}
