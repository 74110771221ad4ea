// npm test: lint, type-check, build and every test, through turbo (what has not changed is not repeated), and one total.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm, root, setUp } from './setUp.mjs'

setUp()
const tasks = ['lint', 'typecheck', 'build', 'test']
const status = pnpm(['exec', 'turbo', 'run', ...tasks, '--continue', '--output-logs=new-only', ...process.argv.slice(2)])

let passed = 0
let failed = 0
let notRun = 0
const coverage = []
const environments = new Set([`Node ${process.versions.node.split('.')[0]}`])
for (const folder of workspaces()) {
  const reports = join(folder, '.reports')
  if (!existsSync(join(reports, 'tests.json'))) {
    failed++
    console.error(`${folder.slice(root.length)}: its tests did not run`)
    continue
  }
  const report = read(join(reports, 'tests.json'))
  passed += report.numPassedTests
  // A test that did not run has not passed, and fails where everything is there for it; so does a file that could not be loaded.
  failed += report.numFailedTests
  notRun += report.numTotalTests - report.numPassedTests - report.numFailedTests
  failed += report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  if (existsSync(join(reports, 'environments.json'))) for (const name of read(join(reports, 'environments.json'))) environments.add(name)
  if (existsSync(join(reports, 'coverage', 'coverage-summary.json'))) {
    const { total } = read(join(reports, 'coverage', 'coverage-summary.json'))
    coverage.push(`${folder.slice(root.length).padEnd(24)} lines ${total.lines.pct} %, branches ${total.branches.pct} %`)
  }
}
// A lint, type, build or coverage failure that no test shows.
if (status !== 0 && failed === 0) failed++

console.log(`\ncoverage\n  ${coverage.join('\n  ')}`)
// A browser is named with its version where a check knows it.
const found = [...environments].filter((name) => ![...environments].some((other) => other.startsWith(`${name} `))).sort()
console.log(`environments: ${found.join(', ')}`)
const isThere = (wanted) => found.some((name) => name === wanted || name.startsWith(`${wanted} `))
const missing = ['Chromium', 'Firefox', 'Node 20', 'Node 22', 'Node 24', 'OpenBLAS', 'Verdaccio'].filter((wanted) => !isThere(wanted))
if (process.env.CI && missing.length > 0) {
  failed += missing.length
  console.error(`did not run in: ${missing.join(', ')}`)
}
if (notRun > 0) {
  console.error(`${notRun} tests were not run: what they need is not on this machine`)
  if (process.env.CI) failed += notRun
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function workspaces() {
  return ['packages', 'apps', 'checks'].flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(root, group, entry.name, 'package.json')))
      .map((entry) => join(root, group, entry.name)),
  )
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
