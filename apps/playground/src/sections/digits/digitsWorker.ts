import { wasm } from '@nablajs/backend-wasm'
import { digits } from '@nablajs/digits'
import type { Order } from '../../training/messages.js'
import { orders } from '../../training/orders.js'
import type { Report, Settings } from './digitsMessages.js'
import { digitsSession } from './digitsSession.js'

const loading = Promise.all([wasm(), digits()])
// Whoever asks for a training hears of it.
loading.catch(() => undefined)
const obey = orders<Settings, Report>(async (settings, tell) => digitsSession(...(await loading), settings, tell), (news) => postMessage(news))
addEventListener('message', ({ data }: MessageEvent<Order<Settings>>) => obey(data))
