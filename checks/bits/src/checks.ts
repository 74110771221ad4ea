import type { Environment } from './environment.js'
import type { Wanted } from './environments.js'
import { lacking, readGolden, wrong, type Golden } from './golden.js'
import type { DroppedNetworks } from './program/droppedNetworks.js'
import type { LiveNetworks } from './program/liveNetworks.js'

/** Something that must hold in an engine. */
export interface Check {
  readonly name: string
  readonly wanted: Wanted
  /** What is wrong, a line each. Rejects where the program fails. */
  problems(environment: Environment): Promise<string[]>
}

const nodes = ['Node 20', 'Node 22', 'Node 24'] as const
const browsers = ['Chromium', 'Firefox'] as const

/**
 * How far parameters after a step may be from those on the reference backend: some ulp of the largest, which are about 4. In
 * memory that two networks share they would differ in the first digit.
 */
const NEAR = 2e-6

/** What a process may grow by while networks come and go. Kept, a thousand would take 230 MB in what they write alone. */
const GROWTH = 128e6

/** Everything that this check holds. */
export const checks: readonly Check[] = [
  ...[...nodes, ...browsers].map((wanted) => ({
    name: `the golden bits in ${wanted}`,
    wanted,
    async problems(environment: Environment) {
      const [golden, found] = [readGolden(), (await environment.run('bits')) as Golden]
      return [...wrong(golden, found), ...lacking(golden, found)]
    },
  })),
  ...(['commonJs', 'worker'] as const).map((form) => ({
    name: `golden bits in Node 20, ${form === 'worker' ? 'in a worker' : 'as a CommonJS module'}`,
    wanted: 'Node 20' as const,
    problems: async (environment: Environment) => wrong(readGolden(), (await environment.run('fewBits', { form })) as Golden),
  })),
  ...browsers.flatMap((wanted) =>
    [false, true].map((inPage) => ({
      name: `golden bits in ${wanted} under a content security policy, in a ${inPage ? 'page' : 'worker'}`,
      wanted,
      problems: async (environment: Environment) => wrong(readGolden(), (await environment.run('fewBits', { strict: true, inPage })) as Golden),
    })),
  ),
  ...browsers.map((wanted) => ({
    name: `500 live networks in ${wanted}`,
    wanted,
    async problems(environment: Environment) {
      const { networks, worst } = (await environment.run('liveNetworks')) as LiveNetworks
      return [
        ...(networks === 500 ? [] : [`${networks} networks`]),
        ...(worst <= NEAR ? [] : [`a parameter is ${worst} away from where it is alone`]),
      ]
    },
  })),
  ...[[], ['--expose-gc']].map((flags) => ({
    name: `1,000 networks made and dropped in Node 20, ${flags.length > 0 ? 'the garbage collector called' : 'the event loop turning'}`,
    wanted: 'Node 20' as const,
    async problems(environment: Environment) {
      const { networks, before, most } = (await environment.run('droppedNetworks', { flags })) as DroppedNetworks
      return [
        ...(networks === 1000 ? [] : [`${networks} networks`]),
        ...(most - before <= GROWTH ? [] : [`${megabytes(before)} after the warm-up, ${megabytes(most)} later`]),
      ]
    },
  })),
]

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
