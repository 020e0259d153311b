import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { blankForm, type FormState, readForm, withProblems } from '../../platform/web/form.ts'
import { cohortCsv } from '../cohort-csv.ts'
import { isSource } from '../extracts/bring-in.ts'
import { daysOfQuarters, endCohort, makeCohort, offeredQuarters, setBaseline } from '../keep-cohort.ts'
import { readCohort, readCohorts } from '../read-cohort.ts'
import { CohortPage } from '../views/cohort-page.tsx'
import { ListPage } from '../views/list-page.tsx'
import { newBaseline, newCohort, readBaseline } from './cohort-forms.ts'

interface OfCohort {
  Params: { cohortId: string }
}
type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

// Figures of groups, of nobody by name: too few are held back, and no look is written down.
const open = { config: { may: 'see reports', looks: 'none' } } as const

/** Cohorts and what was counted of them. */
export async function cohortRoutes(app: FastifyInstance): Promise<void> {
  app.get('/reoffending', open, (request, reply) => listPage(request, reply, blankForm))

  app.post('/reoffending', open, async (request, reply) => {
    const form = readForm(newCohort, request.body)
    if (!form.valid) return listPage(request, reply.status(422), form)
    const { title, prisonId, sourceId, first, last } = form.values
    const days = daysOfQuarters(first, last)
    const offered = offeredQuarters(dayAt(app.database.clock.now()))
    const { prisons, sources } = await request.read(readCohorts)
    const problems = [
      ...(days && offered.includes(first) && offered.includes(last)
        ? []
        : [{ field: 'last', message: 'new.quarters-turned' }]),
      ...(days && Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 2
        ? [{ field: 'last', message: 'new.quarters-long' }]
        : []),
      ...(prisons.some(({ id }) => id === prisonId) ? [] : [{ field: 'prisonId', message: 'new.prison-missing' }]),
      ...(sources.some(({ id }) => id === sourceId) ? [] : [{ field: 'sourceId', message: 'new.source-missing' }]),
    ]
    if (!days || problems.length > 0) return listPage(request, reply.status(422), withProblems(form, ...problems))
    const id = await request.change((change) => makeCohort(change, { title, prisonId, sourceId, ...days }))
    return reply.redirect(`/reoffending/cohorts/${id}`, 303)
  })

  app.get<OfCohort>('/reoffending/cohorts/:cohortId', open, (request, reply) =>
    cohortPage(request, reply, request.params.cohortId, blankForm),
  )

  app.get<OfCohort>('/reoffending/cohorts/:cohortId.csv', open, async (request, reply) => {
    const seen = await request.read((reading) => readCohort(reading, request.params.cohortId))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="reoffending.csv"')
      .send(cohortCsv(seen))
  })

  app.post<OfCohort>('/reoffending/cohorts/:cohortId/baseline', open, async (request, reply) => {
    const { cohortId } = request.params
    const form = readForm(newBaseline, request.body)
    if (!form.valid) return cohortPage(request, reply.status(422), cohortId, form)
    const read = readBaseline(form.values)
    if ('problems' in read) {
      return cohortPage(request, reply.status(422), cohortId, withProblems(form, ...read.problems))
    }
    await request.change((change) => setBaseline(change, cohortId, read.said))
    return reply.redirect(`/reoffending/cohorts/${cohortId}#h-baseline`, 303)
  })

  app.post<OfCohort>('/reoffending/cohorts/:cohortId/end', open, async (request, reply) => {
    await request.change((change) => endCohort(change, request.params.cohortId))
    return reply.redirect('/reoffending', 303)
  })
}

async function listPage(request: FastifyRequest, reply: FastifyReply, form: Form) {
  const page = request.page()
  const read = await request.read(async (reading) => ({
    ...(await readCohorts(reading)),
    mayBringIn: isSource(reading) && reading.actor.may.has('import people'),
    ownPrison: reading.actor.agencyKind === 'prison' ? reading.actor.agencyId : undefined,
  }))
  return reply.page(ListPage({ page, ...read, quarters: offeredQuarters(dayAt(page.now)), form }))
}

async function cohortPage(request: FastifyRequest, reply: FastifyReply, cohortId: string, form: Form) {
  const seen = await request.read((reading) => readCohort(reading, cohortId))
  return reply.page(CohortPage({ page: request.page(), ...seen, form }))
}
