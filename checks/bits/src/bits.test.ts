import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from './environment.js'
import { environments } from './environments.js'
import { differences, readGolden, type Golden } from './golden.js'
import { install, type Installed } from './installed.js'
import { serve, type Server } from './serve.js'

const report = fileURLToPath(new URL('../.reports/environments.json', import.meta.url))
const ran: string[] = []
let installed: Installed
let server: Server

beforeAll(async () => {
  rmSync(report, { force: true })
  installed = await install()
  server = await serve(installed.inBrowser)
})

afterAll(() => {
  mkdirSync(join(report, '..'), { recursive: true })
  writeFileSync(report, `${JSON.stringify(ran)}\n`)
  server.close()
  installed.remove()
})

describe.each(Object.entries(environments))('the packed tarballs in %s', (wanted, make) => {
  let environment: Environment | undefined

  beforeAll(async () => {
    environment = await make(installed, server).catch((error: unknown) => {
      if (process.env.CI) throw error
      console.error(`\n${wanted} COULD NOT BE HAD, so nothing was held there: ${String(error)}\n`)
      return undefined
    })
  })

  afterAll(() => environment?.close())

  it('give the golden bits', async () => {
    if (!environment) return
    expect(differences(readGolden(), (await environment.run('bits')) as Golden)).toEqual([])
    ran.push(environment.name)
  })
})
