import { ownUrls } from '../view/ownUrls.js'

/** Lets the built page work without a network from the next visit on, where the browser can. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const url = ownUrls.createScriptURL(new URL('./sw.js', document.baseURI).href)
  // Where it may not be, as in some private windows, the page works as long as there is a network.
  const start = () => void navigator.serviceWorker.register(url, { updateViaCache: 'none' }).catch(() => undefined)
  addEventListener('load', start, { once: true })
}
