import { signal } from '@preact/signals'

/** What is said instead of the step, until the next one: an answer to what the reader has just done. */
export const remark = signal('')
