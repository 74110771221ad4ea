import { NablaError, type ErrorDetails } from './nablaError.js'

/**
 * An option or argument has a value that cannot be meant: a learning rate of 0, a batch of 2.5, a layer of −3 neurons.
 * `option` is its name.
 *
 * Shapes: none; the fields are text.
 */
export class OptionError extends NablaError {
  readonly option: string

  constructor({ option, ...details }: ErrorDetails & { option: string }) {
    super('OptionError', details)
    this.option = option
  }
}
