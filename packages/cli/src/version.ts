/**
 * The version of this package; a test holds it to the manifest.
 *
 * Shapes: text.
 */
export const version = '0.1.0'
