import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const checkEveryMs = 30_000
const mostPages = 2_000 // open at once of one kind, of this process
const mostOfOne = 50 // of these before one worker, or on the screens of one hub: nobody takes the places of all

/** Keeps a page's connection open and says to it that something changed: nothing more, so there is nothing to look at here. */
export type OpenStream = (
  request: FastifyRequest,
  reply: FastifyReply,
  /** What is listened to. */
  id: string,
  /** Asked every 30 seconds; the connection closes once it says no, or throws. */
  isStill: () => Promise<boolean>,
) => void

/** Streams of one kind of page. They close when the server does. The returned function throws Refusal `live.too-many`. */
export function openStreams(app: FastifyInstance): OpenStream {
  const open = new Map<() => void, string>() // and before whom
  app.addHook('preClose', async () => {
    for (const close of open.keys()) close()
  })
  const countOf = (reader: string) => [...open.values()].filter((each) => each === reader).length

  return (request, reply, id, isStill) => {
    const { live } = app.site
    const reader = request.optionalActor?.userId ?? id
    if (!live || open.size >= mostPages || countOf(reader) >= mostOfOne) throw new Refusal('too many', 'live.too-many')
    reply.hijack()
    const { raw } = reply
    if (raw.destroyed) return // whoever left while it was asked what they may hear leaves no second time
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = live.listen(id, () => raw.write('data: changed\n\n'))
    const check = setInterval(() => {
      isStill().then(
        (still) => (still ? raw.write(': still here\n\n') : close()),
        () => close(),
      )
    }, checkEveryMs)
    const close = () => {
      clearInterval(check)
      stop()
      open.delete(close)
      raw.end()
    }
    open.set(close, reader)
    request.raw.on('close', close)
  }
}
