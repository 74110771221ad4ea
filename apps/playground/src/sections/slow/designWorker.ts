import { compare } from './comparison.js'
import type { DesignNews, DesignOrder } from './designMessages.js'

const tell = (news: DesignNews) => postMessage(news)

addEventListener('message', ({ data }: MessageEvent<DesignOrder>) => {
  tellAll(data).catch((error: unknown) => tell({ type: 'failed', message: String(error) }))
})

async function tellAll(order: DesignOrder): Promise<void> {
  for await (const news of compare(order)) tell(news)
}
