/** Hashes by what they are of. */
export type Hashes = Record<string, string>
