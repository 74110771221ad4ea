import { wasm } from '@nablajs/backend-wasm'
import type { News, Order } from './messages.js'
import { Session } from './session.js'

const tell = (news: News) => postMessage(news)
const loading = wasm()
let session: Session | undefined

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.type === 'start') {
    session?.end()
    loading
      .then((backend) => {
        session = new Session(backend, data.settings, tell)
        return session.run()
      })
      .catch((error: unknown) => tell({ type: 'failed', message: String(error) }))
  } else if (data.type === 'pace') session?.setPace(data.pace)
  else if (data.type === 'pause') session?.pause()
  else session?.proceed()
})
