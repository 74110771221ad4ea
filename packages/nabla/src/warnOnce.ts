interface Host {
  console: Pick<Console, 'warn'>
  process?: { emitWarning?: (message: string, options: { type: string; code: string }) => void }
}

const said = /* @__PURE__ */ new Set<string>()

/**
 * Warns, once for each code: as a warning of the process where there is one, which `--disable-warning` and
 * `process.on('warning')` see by its code, otherwise on the console.
 *
 * Shapes: none; text in.
 */
export function warnOnce(code: string, message: string): void {
  if (said.has(code)) return
  said.add(code)
  const host: Host = globalThis
  if (host.process?.emitWarning) host.process.emitWarning(message, { type: 'NablaWarning', code })
  else host.console.warn(`${code}: ${message}`)
}
