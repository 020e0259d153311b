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
    if (!may.has('see cases') && may.has('administer the agency')) return reply.redirect('/settings', 303)
    if (!may.has('see cases')) return reply.redirect(may.has('see the directory') ? '/services' : '/account', 303)

    const shown = await request.read(async (reading) => {
      const isWhole = 'all' in (request.query as Record<string, unknown>)
      // Asked together: one way to the database and back, whatever the day holds.
      const [day, waiting, covered, news, breaches, files] = await Promise.all([
        readMyDay(reading, { isWhole }),
        countWaiting(reading),
        listCovered(reading),
        listAlerts(reading, { limit: shownNews, isUnseenOnly: true }),
        may.has('keep breaches') ? listOnTheClock(reading) : [],
        may.has('approve exports') ? countToDecide(reading) : 0,
      ])
      const people = [day.steps, day.appointments, day.refused, day.noBed, day.drafts, day.quiet, day.fresh].flat()
      const caseIds = [...new Set(people.map(({ caseId }) => caseId))]
      reading.look({ action: 'consult', caseIds, fieldGroups: ['identity', 'custody', 'plan', 'referrals'] })
      return { day, breaches, files, news, waiting, covered }
    })
    const { agencyKind, roles } = request.actor
    const isManager = roles.includes('MANAGER')
    return reply.page(MyDayPage({ page: request.page(), ...shown, agencyKind, isManager }))
  })
}
