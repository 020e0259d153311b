import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, text } from '../platform/web/form.ts'
import { addSession, removeSession } from './keep-series.ts'
import { outcomes } from './outcomes.ts'
import { findCaseOf } from './queries/case-of-person.ts'
import { listDue, listOfPerson } from './queries/inductions.ts'
import { listSeries } from './queries/series.ts'
import { recordOutcome } from './record-outcome.ts'
import { DuePage, PersonPage } from './views/pages.tsx'
import { SeriesPage } from './views/series-page.tsx'

const latestDay = 730
const outcome = z.object({
  outcome: z.enum([...outcomes, ''], { error: 'outcome' }),
  from: z.enum(['list', 'person']).catch('list'),
})
const session = z.object({
  name: text(80, { missing: 'problem.name', long: 'problem.name-long' }),
  afterDays: z
    .string({ error: 'problem.after' })
    .trim()
    .regex(/^\d{1,3}$/, 'problem.after')
    .transform(Number)
    .pipe(z.number().max(latestDay, 'problem.after')),
  isRefresher: z
    .string()
    .optional()
    .transform((typed) => typed !== undefined),
})
const administers = { config: { may: 'administer the agency', looks: 'none' } } as const

/** A prison's induction: what is due, one person's series, and the series itself as a setting. */
export async function inductionRoutes(app: FastifyInstance): Promise<void> {
  app.get('/inductions', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const rows = await request.read(async (reading) => {
      const due = await listDue(reading)
      const [personIds, caseIds] = [due.map(({ personId }) => personId), due.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['custody'] })
      return due
    })
    return reply.page(DuePage({ page: request.page(), rows, mayWrite: request.actor.may.has('work on cases') }))
  })

  app.get<{ Params: { personId: string } }>(
    '/people/:personId/inductions',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { personId } = request.params
      const shown = await request.read(async (reading) => {
        const caseId = await findCaseOf(reading, personId)
        reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups: ['custody'] })
        return { frame: await getCaseFrame(reading, caseId), rows: await listOfPerson(reading, personId) }
      })
      const may = mayWrite(shown.frame, 'custody') && request.actor.agencyKind === 'prison'
      return reply.page(PersonPage({ page: request.page(), ...shown, mayWrite: may }))
    },
  )

  app.post<{ Params: { inductionId: string } }>(
    '/inductions/:inductionId/outcome',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(outcome, request.body)
      if (!form.valid) throw new Refusal('unreadable', 'request.unreadable') // only a form that is not ours
      const { outcome: said, from } = form.values
      const { personId } = await request.change((change) =>
        recordOutcome(change, request.params.inductionId, said === '' ? null : said),
      )
      return reply.redirect(from === 'person' ? `/people/${personId}/inductions` : '/inductions', 303)
    },
  )

  app.get('/settings/inductions', administers, (request, reply) => showSeries(request, reply, blankForm))

  app.post('/settings/inductions', administers, async (request, reply) => {
    const form = readForm(session, request.body)
    if (!form.valid) return showSeries(request, reply.status(422), form)
    await request.change((change) => addSession(change, form.values))
    return reply.redirect('/settings/inductions', 303)
  })

  app.post<{ Params: { sessionId: string } }>(
    '/settings/inductions/:sessionId/end',
    administers,
    async (request, reply) => {
      await request.change((change) => removeSession(change, request.params.sessionId))
      return reply.redirect('/settings/inductions', 303)
    },
  )
}

async function showSeries(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const series = await request.read(listSeries)
  const { may, agencyKind } = request.actor
  return reply.page(SeriesPage({ page: request.page(), may, isPrison: agencyKind === 'prison', series, form }))
}
