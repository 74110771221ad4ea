import type { Precache } from './precache.js'

/** The page itself, by the path that every host serves without a redirect. */
const PAGE = 'index.html'
/** Names in there follow from what is in the file, so a file that an earlier build left is the same. */
const NAMED_BY_CONTENT = 'assets/'

/** The files of the page that are kept in the browser, for when there is no network. Each build has a cache of its own. */
export class Shelf {
  private readonly scope: string
  private readonly precache: Precache
  private readonly family: string

  /** Of the page at an address that ends in a slash; an origin may have several. */
  constructor(scope: string, precache: Precache) {
    this.scope = scope
    this.precache = precache
    this.family = `nabla ${scope} `
  }

  /** Fetches what the build consists of, but what is here already. Throws where a file is not the build's, as while a host is being updated. */
  async fill(): Promise<void> {
    const { files, later } = this.precache
    const own = await this.own()
    await Promise.all(Object.entries(files).map(([path, integrity]) => this.take(own, path, integrity)))
    for (const path of Object.keys(later)) {
      const kept = await this.keptOf(path)
      if (kept) await own.put(this.urlOf(path), kept)
    }
  }

  /** Forgets earlier builds, all but the last: a page that is still open may yet ask for a file of it. */
  async clear(): Promise<void> {
    const others = (await caches.keys()).filter((name) => name.startsWith(this.family) && name !== this.name)
    await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
  }

  /** What is answered to a request of the page; undefined where it is none of the page's files. */
  answer({ method, url }: Request): Promise<Response> | undefined {
    const address = url.replace(/[?#].*/, '')
    if (method !== 'GET' || !address.startsWith(this.scope)) return undefined
    return this.find(address.slice(this.scope.length) || PAGE)
  }

  private async find(path: string): Promise<Response> {
    const own = await this.own()
    const url = this.urlOf(path)
    const found = (await own.match(url)) ?? (await caches.match(url))
    if (found) return found
    const fetched = await fetch(url)
    if (fetched.ok && path in this.precache.later) await own.put(url, fetched.clone())
    return fetched
  }

  private async take(own: Cache, path: string, integrity: string): Promise<void> {
    const url = this.urlOf(path)
    const response = (await this.keptOf(path)) ?? (await fetch(url, { integrity, cache: 'no-cache' }))
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    await own.put(url, response)
  }

  private async keptOf(path: string): Promise<Response | undefined> {
    return path.startsWith(NAMED_BY_CONTENT) ? caches.match(this.urlOf(path)) : undefined
  }

  private urlOf(path: string): string {
    return this.scope + (path === PAGE ? '' : path)
  }

  private own(): Promise<Cache> {
    return caches.open(this.name)
  }

  private get name(): string {
    return this.family + this.precache.version
  }
}
