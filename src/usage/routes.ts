import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../platform/calendar-day.ts'
import { inOrder, orders } from './order.ts'
import { mondayOf, type Reach, reaches, usualReach } from './periods.ts'
import { getWeekUse, listAgencyUse, listWeekUse } from './queries.ts'
import { usageFile } from './usage-file.ts'
import { AgencyUsePage } from './views/agency-use-page.tsx'
import { UsagePage } from './views/usage-page.tsx'

const administers = { config: { may: 'administer the agency', looks: 'none' } } as const // sums of agencies, nobody's name
const query = z.object({
  weeks: z.coerce
    .number()
    .refine((weeks): weeks is Reach => reaches.includes(weeks as Reach))
    .catch(usualReach),
  sort: z.enum(orders).catch('last'),
})

/** How much each agency uses its access: a coordinator sees all, an administrator their own. */
export async function usageRoutes(app: FastifyInstance): Promise<void> {
  const days = (weeks: number) => {
    const today = dayAt(app.database.clock.now())
    return { since: mondayOf(today, weeks), today }
  }

  app.get('/settings/usage', administers, async (request, reply) => {
    const { weeks, sort } = query.parse(request.query)
    const agencies = await request.report((reading) => listAgencyUse(reading, days(weeks).since))
    const shown = { agencies: inOrder(agencies, sort), weeks: weeks as Reach, sort }
    return reply.page(UsagePage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get('/settings/usage.csv', administers, async (request, reply) => {
    const { weeks } = query.parse(request.query)
    const of = days(weeks)
    const rows = await request.report((reading) => listWeekUse(reading, null, of))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="usage-${of.today}.csv"`)
      .send(usageFile(request.page().locale, rows, of.today))
  })

  app.get<{ Params: { agencyId: string } }>('/settings/usage/:agencyId', administers, async (request, reply) => {
    const { weeks } = query.parse(request.query)
    const found = await request.report((reading) => getWeekUse(reading, request.params.agencyId, days(weeks)))
    const shown = { weeks: found, reach: weeks as Reach }
    return reply.page(AgencyUsePage({ page: request.page(), may: request.actor.may, ...shown }))
  })
}
