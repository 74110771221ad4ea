import { toJsonSchema } from '@valibot/to-json-schema'
import { trainCommand } from '../train/trainCommand.js'
import { trainSettings } from '../train/trainSettings.js'

/**
 * The JSON schema of a config file, as it is published: what `trainSettings` checks, and of each setting what the help says of its flag.
 * That numbers are finite is left out: JSON has no others.
 *
 * Shapes: text.
 */
export function configSchema(): string {
  const { $schema, properties = {}, ...rest } = toJsonSchema(trainSettings, { ignoreActions: ['finite'] })
  const described = Object.entries(properties).map(([name, property]): [string, object] => [name, { description: describe(name), ...(typeof property === 'object' && property) }])
  return `${JSON.stringify({ $schema, title: 'Settings of nabla train', ...rest, properties: Object.fromEntries(described) }, null, 2)}\n`
}

/** The flag and its help are one sentence: --test <share> of the rows that are held out. */
function describe(setting: string): string | undefined {
  if (setting === '$schema') return 'where this schema lies'
  const flag = trainCommand().options.find((option) => option.attributeName() === setting)
  return flag && `${flag.flags} ${flag.description}`
}
