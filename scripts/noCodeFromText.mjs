// Runs before each test file of a package. No package makes code from text, so its tests run in a process that refuses to; one that does
// not would prove nothing.
let made = true
try {
  new Function('')
} catch (error) {
  made = !(error instanceof EvalError)
}
if (made) throw new Error('this process makes code from text: run the tests with the execArgv of vitest.config.ts')
