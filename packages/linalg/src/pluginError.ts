import { NablaError, type ErrorDetails } from './nablaError.js'

/**
 * A plugin (an activation, a cost, an optimizer, an initialiser) broke its contract: it returned NaN, an array of the
 * wrong length, or was given to something that it does not fit. `plugin` is its name.
 *
 * Shapes: none; the fields are text.
 */
export class PluginError extends NablaError {
  readonly plugin: string

  constructor({ plugin, ...details }: ErrorDetails & { plugin: string }) {
    super('PluginError', details)
    this.plugin = plugin
  }
}
