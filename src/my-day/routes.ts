import type { FastifyInstance } from 'fastify'
import { listAlerts } from '../alerts/index.ts'
import { listCovered } from '../allocations/index.ts'
import { listOnTheClock } from '../data-breaches/index.ts'
import { countToDecide } from '../exports/index.ts'
import { readMyDay } from './queries/my-day.ts'
import { countWaiting } from './queries/waiting.ts'
import { MyDayPage } from './views/my-day-page.tsx'

const shownNews = 8

/** The first page: a worker's day. Somebody who works with no people is led to their line, settings, the directory or the audit. */
export async function myDayRoutes(app: FastifyInstance): Promise<void> {
  app.get('/', { config: { may: 'signed-in', looks: 'personal' } }, async (request, reply) => {
    const { may } = request.actor
    if (may.has('read the audit')) return reply.redirect('/audit', 303)
    if (!may.has('see cases') && may.has('answer the helpline')) return reply.redirect('/helpline', 303)
    if (may.has('mentor people') && !may.has('see cases')) return reply.redirect('/mentoring', 303)
    if (may.has('keep funds') && !may.has('see cases')) return reply.redirect('/expenses/claims', 303)
    if (!may.has('see cases')) return reply.redirect(may.has('administer the agency') ? '/settings' : '/services', 303)

    const shown = await request.read(async (reading) => {
      const day = await readMyDay(reading, { isWhole: 'all' in (request.query as Record<string, unknown>) })
      const people = [day.steps, day.appointments, day.refused, day.noBed, day.drafts, day.quiet, day.fresh].flat()
      const caseIds = [...new Set(people.map(({ caseId }) => caseId))]
      reading.look({ action: 'consult', caseIds, fieldGroups: ['identity', 'custody', 'plan', 'referrals'] })
      const breaches = may.has('keep breaches') ? await listOnTheClock(reading) : []
      const files = may.has('approve exports') ? await countToDecide(reading) : 0
      const news = await listAlerts(reading, { limit: shownNews, isUnseenOnly: true })
      return { day, breaches, files, news, waiting: await countWaiting(reading), covered: await listCovered(reading) }
    })
    const { agencyKind, roles } = request.actor
    const isManager = roles.includes('MANAGER')
    return reply.page(MyDayPage({ page: request.page(), ...shown, agencyKind, isManager }))
  })
}
