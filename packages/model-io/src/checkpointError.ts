import { NablaError, type ErrorDetails } from '@nablajs/linalg'

/**
 * Why a folder of checkpoints cannot be used: another run holds it (`locked`), another run took it over (`lost`), none of its
 * checkpoints is whole (`damaged`), one was written by a later version (`newer`), or they are of another network or cost (`other`).
 */
export type CheckpointErrorReason = 'locked' | 'lost' | 'damaged' | 'newer' | 'other'

/**
 * A folder of checkpoints cannot be used as asked. `path` is the folder or the file in it; `pid` and `host` are those of the run that holds
 * the folder, where one does.
 *
 * Shapes: none; the fields are text and a process number.
 */
export class CheckpointError extends NablaError {
  readonly path: string
  readonly reason: CheckpointErrorReason
  readonly pid: number | undefined
  readonly host: string | undefined

  constructor(details: ErrorDetails & { path: string; reason: CheckpointErrorReason; pid?: number; host?: string }) {
    super('CheckpointError', details)
    this.path = details.path
    this.reason = details.reason
    this.pid = details.pid
    this.host = details.host
  }
}
