import type { Path, Paths } from '@nablajs/explain'
import type { NetLayout } from '../../net/netLayout.js'
import { MOST_LISTED, pathName } from './listed.js'

/** A ribbon of the picture: a path, or where paths have fused, all of them between two neurons at once. */
export interface Band {
  /** The name of the path as far as it goes; of a fused one the layer and the two neurons, `3:2-1`. */
  readonly name: string
  /** The product of the path, or the sum of the products of all that it stands for. */
  readonly value: number
  /** Where it goes, in units of the picture. */
  readonly points: string
  readonly thickness: number
  readonly isFused: boolean
}

interface BandsOptions {
  readonly walked: Paths
  readonly layout: NetLayout
  /** Paths are merged from this layer on; L where they are not. */
  readonly mergedFrom: number
  readonly L: number
}

/** To the right of the last layer stands the cost; so much more of the picture it takes. */
export const ROOM = 84
/** All ribbons side by side are this thick; they pass beneath the neurons, whose discs are a little wider. */
const FULL = 46
const THINNEST = 0.8

/** The place of the cost. */
export function costPlace({ width, height }: Pick<NetLayout, 'width' | 'height'>): { readonly x: number; readonly y: number } {
  return { x: width + ROOM / 2, y: height / 2 }
}

/**
 * The ribbons of the paths from a weight, as thick as their share of all that is drawn: side by side in the order of their neurons as far as layer
 * `mergedFrom`, and from there on one for each edge, for all paths that go along it. The strongest are drawn one by one, all of them where they fuse.
 */
export function bands({ walked, layout, mergedFrom, L }: BandsOptions): readonly Band[] {
  const { layer: l, k } = walked.weight
  const apart = waysTo(walked.paths, mergedFrom - l + 1)
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .slice(0, MOST_LISTED)
    .toSorted((one, other) => compared(one.neurons, other.neurons))
  const total = apart.reduce((sum, { value }) => sum + sizeOf(value), 0)
  const thickness = (value: number) => Math.max(THINNEST, total > 0 ? (FULL * sizeOf(value)) / total : 0)
  const ends = mergedFrom === L ? [costPlace(layout)] : []
  let offset = -apart.reduce((sum, { value }) => sum + thickness(value), 0) / 2
  const ribbons = apart.map(({ neurons, value }) => {
    const thick = thickness(value)
    const places = [layout.at(l - 1, k + 1), ...neurons.map((q, i) => layout.at(l + i, q + 1)), ...ends]
    const points = places.map(({ x, y }) => `${x},${round(y + offset + thick / 2)}`).join(' ')
    offset += thick
    return { name: pathName(neurons), value, points, thickness: thick, isFused: false }
  })
  if (mergedFrom === L) return ribbons
  const fused = Array.from({ length: L - mergedFrom + 1 }, (_, i) => mergedFrom + i).flatMap((layer) => edgesFrom(walked.paths, layer - l, layer, L, layout))
  return [...fused.map(({ value, ...rest }) => ({ ...rest, value, thickness: thickness(value), isFused: true })), ...ribbons]
}

/** All paths that go the same way through a number of layers, as one: their products added. */
function waysTo(paths: readonly Path[], layers: number): readonly { readonly neurons: readonly number[]; readonly value: number }[] {
  const ways = new Map<string, { neurons: readonly number[]; value: number }>()
  for (const path of paths) {
    const neurons = path.neurons.slice(0, layers)
    const name = pathName(neurons)
    ways.set(name, { neurons, value: (ways.get(name)?.value ?? 0) + path.product })
  }
  return [...ways.values()]
}

/** All paths that go along the same edge behind the neuron at a position of theirs, as one; behind layer L that leads to the cost. */
function edgesFrom(paths: readonly Path[], position: number, layer: number, L: number, layout: NetLayout) {
  const values = new Map<string, { from: number; to: number | undefined; value: number }>()
  for (const { neurons, product } of paths) {
    const [from = 0, to] = [neurons[position], neurons[position + 1]]
    const name = `${layer}:${from + 1}-${to === undefined ? 'C' : to + 1}`
    values.set(name, { from, to, value: (values.get(name)?.value ?? 0) + product })
  }
  return [...values].map(([name, { from, to, value }]) => {
    const [start, end] = [layout.at(layer, from + 1), to === undefined || layer === L ? costPlace(layout) : layout.at(layer + 1, to + 1)]
    return { name, value, points: `${start.x},${start.y} ${end.x},${end.y}` }
  })
}

function sizeOf(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0
}

function compared(one: readonly number[], other: readonly number[]): number {
  const i = one.findIndex((neuron, at) => neuron !== other[at])
  return i < 0 ? 0 : (one[i] ?? 0) - (other[i] ?? 0)
}

function round(value: number): number {
  return Math.round(10 * value) / 10
}
