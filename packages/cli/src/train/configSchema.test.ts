import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { configSchema } from '../testing/configSchema.js'
import { trainCommand } from './trainCommand.js'
import { settingNames } from './trainSettings.js'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { exports: unknown; files: string[] }

it('publishes the schema that files are checked by: npm run schema writes it anew', async () => {
  await expect(configSchema()).toMatchFileSnapshot('../../config.schema.json')
  expect(manifest.exports).toHaveProperty(['./config.schema.json'], './config.schema.json')
  expect(manifest.files).toContain('config.schema.json')
})

it('knows every setting, says what each is, and refuses others', () => {
  const { properties, additionalProperties } = JSON.parse(configSchema()) as { properties: Record<string, { description?: string }>; additionalProperties: boolean }
  expect([Object.keys(properties), additionalProperties]).toEqual([settingNames, false])
  for (const [name, { description }] of Object.entries(properties)) expect([name, description]).toEqual([name, expect.stringMatching(/\w/)])
  expect(properties).toHaveProperty('test', { description: '--test <share> of the rows that are held out (default: 0.2)', type: 'number', minimum: 0, exclusiveMaximum: 1 })
})

it('has a setting for every flag of train that a file may hold', () => {
  const flags = trainCommand().options.map((option) => option.attributeName()).filter((name) => !['resume', 'config'].includes(name))
  expect([...new Set(flags)].sort()).toEqual(settingNames.filter((name) => name !== '$schema').sort())
})
