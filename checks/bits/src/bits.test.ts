import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checks } from './checks.js'
import { environments, type Environments } from './environments.js'
import { install, type Installed } from './installed.js'
import { serve, type Server } from './serve.js'

const report = fileURLToPath(new URL('../.reports/environments.json', import.meta.url))
const ran = new Set<string>()
let installed: Installed
let server: Server
let engines: Environments

beforeAll(async () => {
  rmSync(report, { force: true })
  installed = await install()
  server = await serve(installed.inBrowser)
  engines = environments(installed, server)
})

afterAll(async () => {
  mkdirSync(join(report, '..'), { recursive: true })
  writeFileSync(report, `${JSON.stringify([...ran])}\n`)
  await engines.close()
  server.close()
  installed.remove()
})

it.each(checks.map((check) => [check.name, check] as const))('of the packed tarballs: %s', async (name, { wanted, problems }) => {
  const environment = await engines.get(wanted).catch((error: unknown) => {
    if (process.env.CI) throw error
    console.error(`\nNOT CHECKED: ${name}. ${wanted} could not be had: ${String(error)}\n`)
    return undefined
  })
  if (!environment) return
  expect(await problems(environment)).toEqual([])
  ran.add(environment.name)
})
