import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { type DueFilter, listDue, readWings } from '../queries/due.ts'
import { findSchedule } from '../queries/schedule.ts'
import { findSession, listSentLately } from '../queries/sessions.ts'
import { listUnfiled } from '../queries/unfiled.ts'
import { packCode } from '../sealing/pack-codes.ts'
import { DuePage } from '../views/due-page.tsx'
import { PackPage } from '../views/pack-page.tsx'

const query = z.object({
  who: z.enum(['mine', 'all']).optional().catch(undefined),
  when: z.enum(['today', 'week', 'all']).catch('week'),
  wing: z.string().max(40).catch(''),
  done: z.uuid().optional().catch(undefined),
})

/** Who is due: on the screen, and on paper for the wing. */
export async function dueRoutes(app: FastifyInstance): Promise<void> {
  const seen = { config: { may: 'see cases', looks: 'personal' } } as const
  app.get('/key-work', seen, async (request, reply) => {
    const asked = query.parse(request.query)
    const isPrison = request.actor.agencyKind === 'prison'
    const shown = await request.read(async (reading) => {
      const { wings, mine } = isPrison ? await readWings(reading) : { wings: [], mine: 0 }
      const filter: DueFilter = { ...asked, who: asked.who ?? (mine > 0 ? 'mine' : 'all') }
      const people = isPrison ? await listDue(reading, filter) : []
      const found = asked.done ? await findSession(reading, asked.done) : undefined
      const done = found?.workerId === request.actor.userId ? found : undefined
      const sent = await listSentLately(reading)
      const about = [...people, ...sent, ...(done ? [done] : [])]
      reading.look({
        action: 'consult',
        personIds: [...new Set(about.map(({ personId }) => personId))],
        caseIds: [...new Set(about.map(({ caseId }) => caseId))],
        fieldGroups: ['identity', 'custody', 'notes'],
      })
      const hasSchedule = isPrison && (await findSchedule(reading, request.actor.agencyId)) !== undefined
      const unfiled = (await listUnfiled(reading)).length
      return { filter, wings, people, done, sent, hasSchedule, unfiled }
    })
    return reply.page(DuePage({ page: request.page(), isPrison, ...shown }))
  })

  app.get('/key-work/pack', seen, async (request, reply) => {
    const asked = query.parse(request.query)
    const filter: DueFilter = { ...asked, who: asked.who ?? 'all', withLastLine: true }
    const people = await readPack(request, filter)
    return reply.page(PackPage({ page: request.page(), filter, people }))
  })
}

/** Written down as a print: what is on this page is meant for paper, and leaves the building's desks with it. */
function readPack(request: FastifyRequest, filter: DueFilter) {
  const { userId, agencyKind } = request.actor
  return request.read(async (reading) => {
    const people = agencyKind === 'prison' ? await listDue(reading, filter) : []
    reading.look({
      action: 'print',
      personIds: people.map(({ personId }) => personId),
      caseIds: people.map(({ caseId }) => caseId),
      fieldGroups: ['identity', 'custody', 'notes'],
    })
    const today = dayAt(reading.now)
    return people.map((person) => ({ ...person, code: packCode(userId, person.caseId, today) }))
  })
}
