import type { News, Order, Report, Settings } from './messages.js'
import type { Session } from './session.js'

/** A worker's side of a training: follows the orders that it is given, and tells what comes of them. `begin` makes the training that is asked for. */
export function orders<S extends Settings, R extends Report>(begin: (settings: S, tell: (report: R) => void) => Promise<Session>, tell: (news: News<R>) => void): (order: Order<S>) => void {
  let session: Session | undefined

  async function run(settings: S): Promise<void> {
    session = await begin(settings, (report) => tell({ type: 'report', report }))
    tell({ type: 'ready' })
    const ending = await session.run()
    if (ending.type !== 'left') tell(ending)
  }

  return (order) => {
    if (order.type === 'start') run(order.settings).catch((error: unknown) => tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }))
    else if (order.type === 'pace') session?.setPace(order.pace)
    else if (order.type === 'pause') session?.pause()
    else session?.proceed()
  }
}
