import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { config } from '../platform/config.ts'
import { Refusal } from '../platform/refusal.ts'
import { endFeed, hashOf, makeFeed } from './keep-feed.ts'
import { countMisses, findOwnFeed, readFeed } from './queries.ts'
import { FeedPage } from './views.tsx'
import { words } from './words.ts'
import { writeCalendar } from './write-calendar.ts'

const mine = { config: { may: 'signed-in', looks: 'none' } } as const
/** Whoever holds the address. Times alone leave: nothing personal, so nothing is looked at. */
const byAddress = { config: { may: 'anyone' } } as const
const msInQuarterHour = 900_000
const mostMisses = 30

/** The feed that a worker's own calendar program reads, and the page on which they make and end it. */
export async function feedRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { token: string } }>('/calendar-feeds/:token', byAddress, async (request, reply) => {
    const feed = await readFeed(app.database, hashOf(request.params.token.replace(/\.ics$/, '')))
    if (!feed) return notThere(request)
    if (feed.isTooOften) throw new Refusal('too many', 'calendar-feed.too-often')
    const say = words(feed.locale)
    const text = { summary: say('feed.summary'), name: say('feed.name') }
    reply.header('cache-control', 'no-store').header('content-disposition', 'inline; filename="throughline.ics"')
    return reply.type('text/calendar; charset=utf-8').send(writeCalendar(siteAddress(), text, feed.entries))
  })

  app.get('/account/calendar', mine, (request, reply) => show(request, reply))

  app.post('/account/calendar', mine, async (request, reply) => {
    const token = await request.change(makeFeed)
    return show(request, reply, `${siteAddress()}/calendar-feeds/${token}.ics`)
  })

  app.post('/account/calendar/end', mine, async (request, reply) => {
    await request.change(endFeed)
    return reply.redirect('/account/calendar', 303)
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, address?: string) {
  const feed = await request.read(findOwnFeed)
  return reply.page(FeedPage({ page: request.page(), feed, address }))
}

/** One answer for an address that never was and one that was ended; trying many is stopped. */
async function notThere({ server: { database }, ip }: FastifyRequest): Promise<never> {
  const since = new Date(database.clock.now().getTime() - msInQuarterHour)
  const misses = await countMisses(database, ip, since)
  if (misses > mostMisses) throw new Refusal('too many', 'calendar-feed.too-many-tries')
  throw new Refusal('not found', 'page.not-found')
}

const siteAddress = () => (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, '')
