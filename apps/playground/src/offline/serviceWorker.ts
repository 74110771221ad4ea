import type { Precache } from './precache.js'
import { Shelf } from './Shelf.js'

/** What a service worker has and a page has not. */
interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
declare const registration: { readonly scope: string }
declare const clients: { claim(): Promise<void> }
declare function skipWaiting(): Promise<void>
declare function addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
declare function addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void

/** Written in when the page is built. */
declare const PRECACHE: Precache

const shelf = new Shelf(registration.scope, PRECACHE)

// A new build takes over at once and is what the next visit shows; the visit that is going on has all files of its own.
addEventListener('install', (event) => event.waitUntil(shelf.fill().then(() => skipWaiting())))
addEventListener('activate', (event) => event.waitUntil(shelf.clear().then(() => clients.claim())))
addEventListener('fetch', (event) => {
  const answer = shelf.answer(event.request)
  if (answer) event.respondWith(answer)
})
