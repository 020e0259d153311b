import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listPathways } from '../../agencies/index.ts'
import { getCaseFrame } from '../../cases/index.ts'
import { freeOf, listServicesOf, type Service } from '../../directory/index.ts'
import { isOpen as isNeedOpen, listNeeds } from '../../needs/index.ts'
import { parseDay } from '../../platform/calendar-day.ts'
import type { Locale } from '../../platform/words.ts'
import { countByState } from '../queries/counts.ts'
import { countSoon, listInbox } from '../queries/inbox.ts'
import { listReferralsOfCase } from '../queries/referrals.ts'
import { inboxViews, statesOf } from '../referral-states.ts'
import { CaseReferralsPage } from '../views/case-referrals.tsx'
import { InboxPage } from '../views/inbox.tsx'

const personal = { config: { may: 'see cases', looks: 'personal' as const } }
const pageLength = 25

const inboxQuery = z.object({
  view: z.enum(inboxViews as ['to-answer', ...typeof inboxViews]).catch('to-answer'),
  words: z.string().trim().min(1).max(100).optional().catch(undefined),
  pathway: z.string().min(1).max(60).optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/)
    .refine((at) => parseDay(at.slice(0, 10)) && !Number.isNaN(Date.parse(at)))
    .optional()
    .catch(undefined),
  afterId: z.uuid().optional().catch(undefined),
})

/** The inbox, what was sent, and the referrals of one person. */
export async function inboxRoutes(app: FastifyInstance): Promise<void> {
  app.get('/referrals', personal, (request, reply) => showInbox(request, reply, 'TO'))
  app.get('/referrals/sent', personal, (request, reply) => showInbox(request, reply, 'FROM'))

  app.get<{ Params: { caseId: string } }>('/cases/:caseId/referrals', personal, async (request, reply) => {
    const { caseId } = request.params
    const found = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      const needs = await listNeeds(reading, caseId)
      const referrals = await listReferralsOfCase(reading, caseId)
      const fieldGroups = ['identity', 'custody', 'needs', 'referrals'] as const
      reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
      return { frame, referrals, needs: needs.filter(({ status }) => isNeedOpen(status)) }
    })
    return reply.page(CaseReferralsPage({ page: request.page(), ...found }))
  })
}

async function showInbox(request: FastifyRequest, reply: FastifyReply, side: 'FROM' | 'TO') {
  const { view, words, pathway, after, afterId } = inboxQuery.parse(request.query)
  const place = after && afterId ? { sortedBy: after, id: afterId } : undefined
  const filter = { side, states: statesOf[view], pathway, words }
  const found = await request.read(async (reading) => {
    const isByExpiry = view === 'to-answer'
    const rows = await listInbox(reading, filter, { after: place, limit: pageLength + 1, isByExpiry })
    const counts = await countByState(reading, side)
    const soon = await countSoon(reading, side)
    const pathways = await listPathways(reading)
    const services = side === 'TO' ? await listServicesOf(reading, reading.actor.agencyId) : []
    reading.look({
      action: words ? 'search' : 'consult',
      personIds: [...new Set(rows.map(({ personId }) => personId))],
      caseIds: [...new Set(rows.map(({ caseId }) => caseId))],
      fieldGroups: ['identity', 'referrals'],
    })
    return { rows, counts, soon, services, pathways: pathways.map(({ code }) => code) }
  })

  const rows = found.rows.slice(0, pageLength)
  const last = found.rows.length > pageLength ? rows.at(-1) : undefined
  const kept = Object.entries({ view, words, pathway }).filter(([, value]) => value) as [string, string][]
  const beyond = last && new URLSearchParams([...kept, ['after', last.sortedBy], ['afterId', last.id]])
  const path = side === 'TO' ? '/referrals' : '/referrals/sent'
  return reply.page(
    InboxPage({
      ...{ ...found, page: request.page(), side, view, words, pathway, rows },
      nextHref: beyond && `${path}?${beyond}`,
      isFirst: !place,
      own: ownOf(request.page().locale, found.services),
    }),
  )
}

const mostPlaces = 8

function ownOf(locale: Locale, services: readonly Service[]) {
  const total = (key: 'asked' | 'answered') => services.reduce((sum, { reliability }) => sum + reliability[key], 0)
  const days = services.reduce(
    (sum, { reliability: { daysToAnswer, answered } }) => sum + (daysToAnswer ?? 0) * answered,
    0,
  )
  const answered = total('answered')
  return {
    asked: total('asked'),
    answered,
    days: answered === 0 ? null : Math.round(days / answered),
    places: services.slice(0, mostPlaces).map((service) => ({ name: service.name, free: freeOf(locale, service) })),
  }
}
