import { damaged } from './damaged.js'

interface Host {
  process?: { getBuiltinModule?: (name: 'node:fs') => { promises: { readFile(url: URL): Promise<Uint8Array> } } }
}

/**
 * The bytes behind a URL: of a file by Node's own reader, since `fetch` takes no file there, otherwise by `fetch`.
 *
 * Shapes: none; a URL in, bytes out. Throws (by rejecting) `DataError` where there are none.
 */
export async function readBytes(url: string): Promise<Uint8Array> {
  const host: Host = globalThis
  const files = url.startsWith('file:') ? host.process?.getBuiltinModule?.('node:fs') : undefined
  try {
    if (files) {
      const { buffer, byteOffset, byteLength } = await files.promises.readFile(new URL(url))
      return new Uint8Array(buffer, byteOffset, byteLength)
    }
    const response = await fetch(url)
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    throw new Error(`${String(response.status)} ${response.statusText}`.trim())
  } catch (cause) {
    const fix = 'Serve dist/digits.gz of the package beside the bundle, or give its address: digits({ url }).'
    throw damaged(url, cause instanceof Error ? cause.message : String(cause), fix)
  }
}
