/** Long enough for a browser to have begun the download. */
const KEPT_MS = 60_000

/** Gives the reader a file, as a download. */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content]))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
