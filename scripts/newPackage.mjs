// pnpm new:package NAME ["what it is, in one line"]: a package with everything in place: manifest, types, README, a first export and its test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name, description = `The package ${name}.`] = process.argv.slice(2)

if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('usage: pnpm new:package NAME ["what it is, in one line"]\nNAME is lower case, for example backend-webgpu')
  process.exit(2)
}
const folder = join(root, 'packages', name)
if (existsSync(folder)) {
  console.error(`packages/${name} is there already; choose another name or delete the folder`)
  process.exit(2)
}

const exported = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const entry = (file) => ({
  '@nablajs/source': `./src/${file}.ts`,
  import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
})
const manifest = {
  name: `@nablajs/${name}`,
  version: '0.1.0',
  description,
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19' },
  files: ['dist', 'src', '!src/**/*.test.ts'],
  main: './dist/index.cjs',
  module: './dist/index.js',
  types: './dist/index.d.ts',
  exports: { '.': entry('index'), './package.json': './package.json' },
  publishConfig: { access: 'public' },
  scripts: {
    build: 'tsup --config ../../tsup.config.ts',
    test: 'vitest run --config ../../vitest.config.ts --root .',
    lint: 'eslint .',
    typecheck: 'tsc -p .',
  },
  dependencies: { '@nablajs/linalg': 'workspace:^' },
}
const files = {
  'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'tsconfig.json': `${JSON.stringify({ extends: '../../tsconfig.base.json', include: ['src'] }, null, 2)}\n`,
  LICENSE: readFileSync(join(root, 'LICENSE'), 'utf8'),
  'README.md': `# @nablajs/${name}

${description}

\`\`\`sh
npm install @nablajs/${name}
\`\`\`

\`\`\`ts
import { ${exported} } from '@nablajs/${name}'

console.log(${exported}()) // 0 × 0
\`\`\`
`,
  'src/index.ts': `export { ${exported} } from './${exported}.js'\n`,
  [`src/${exported}.ts`]: `import { zeros } from '@nablajs/linalg'

/**
 * ${description}
 *
 * Shapes: returns the shape of an empty matrix as text, \`0 × 0\`.
 */
export function ${exported}(): string {
  const { rows, cols } = zeros(0, 0)
  return \`\${rows} × \${cols}\`
}
`,
  [`src/${exported}.test.ts`]: `import { expect, it } from 'vitest'
import { ${exported} } from './${exported}.js'

it('names the shape of an empty matrix', () => {
  expect(${exported}()).toBe('0 × 0')
})
`,
}
mkdirSync(join(folder, 'src'), { recursive: true })
for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
console.log(`packages/${name} is made. Next:
  1. pnpm install                                  link it into the workspace
  2. scripts/lint/imports.mjs, mayImport                   say what it may import (the table in ARCHITECTURE.md)
  3. pnpm --filter @nablajs/${name} test           run its test
  4. pnpm changeset                                say in a sentence what its users get`)
