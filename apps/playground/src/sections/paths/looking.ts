import { computed, signal } from '@preact/signals'
import type { Path } from '@nablajs/explain'
import type { PathName } from '../../state/state.js'
import { state } from '../../state/store.js'
import { sizes } from '../../view/focus.js'
import { walked } from './experiments.js'
import { listed } from './listed.js'

/** What the list shows. */
export const list = computed(() => listed(walked.value.paths))

/** The path that the pointer is over or that has the focus; empty where it is none. */
export const pointedPath = signal<PathName>('')

/** The path that is taken apart: what is pointed at, else the strongest. */
export const pathLookedAt = computed<Path | undefined>(() => (list.value.find(({ name }) => name === pointedPath.value) ?? list.value[0])?.path)

/** How many layers can be merged, and how many are. */
export const mergeable = computed(() => sizes.value.length - walked.value.weight.layer)
export const merged = computed(() => Math.min(state.value.merged, mergeable.value))
export const isMerged = computed(() => merged.value > 0)

/** The layer from which on paths are merged: L where none are, the weight's own in the end. */
export const mergedFrom = computed(() => sizes.value.length - merged.value)
