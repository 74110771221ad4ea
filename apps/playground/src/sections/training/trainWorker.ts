import { wasm } from '@nablajs/backend-wasm'
import type { Order } from '../../training/messages.js'
import { orders } from '../../training/orders.js'
import type { Report, Settings } from './pointMessages.js'
import { pointSession } from './pointSession.js'

const loading = wasm()
const obey = orders<Settings, Report>(async (settings, tell) => pointSession(await loading, settings, tell), (news) => postMessage(news))
addEventListener('message', ({ data }: MessageEvent<Order<Settings>>) => obey(data))
