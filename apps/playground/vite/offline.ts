import { resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { precacheOf } from './precacheOf.js'

const SERVICE_WORKER = 'sw.js'

/** Writes the service worker beside the page when all else is written: it names every file of the build. */
export function offline(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const outDir = resolve(config.root, config.build.outDir)
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: 'warn',
          define: { PRECACHE: JSON.stringify(precacheOf(outDir, SERVICE_WORKER)) },
          build: {
            outDir,
            emptyOutDir: false,
            target: 'es2022',
            // One plain script: not every browser takes a module for a service worker.
            lib: { entry: 'src/offline/serviceWorker.ts', formats: ['iife'], name: 'serviceWorker', fileName: () => SERVICE_WORKER },
          },
        })
      },
    },
  }
}
