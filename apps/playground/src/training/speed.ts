import { computed } from '@preact/signals'
import { languageTag } from '../state/store.js'

const compact = computed(() => new Intl.NumberFormat(languageTag.value, { notation: 'compact', maximumSignificantDigits: 3 }))

/** Samples a second: 1.2M, or 120万; a dash where they are not known. */
export function speed(samplesPerSecond: number | undefined): string {
  return samplesPerSecond ? compact.value.format(samplesPerSecond) : '–'
}
