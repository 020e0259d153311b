import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type CaseFrame, getCaseFrame } from '../../cases/index.ts'
import { dayAt, dayOf } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { filledForm, readForm, withProblems } from '../../platform/web/form.ts'
import { enterReleaseDate } from '../enter-date.ts'
import type { CustodyState } from '../moves/movement-states.ts'
import { getCustodyCase, listReleaseDates, type SaidDate } from '../queries/dates.ts'
import { getStanding } from '../queries/movements.ts'
import { releaseDateKinds } from '../release-dates.ts'
import { DatesPage, EnterDatePage } from '../views.tsx'

const part = z.string().trim().default('')
const newDate = z
  .object({
    kind: z.enum(releaseDateKinds, { error: 'enter.problem-kind' }),
    'day-day': part,
    'day-month': part,
    'day-year': part,
    isRecalled: z.string().optional(),
  })
  .transform(({ kind, isRecalled, ...sent }, context) => {
    const day = dayOf(Number(sent['day-year']), Number(sent['day-month']), Number(sent['day-day']))
    if (!day) context.addIssue({ code: 'custom', path: ['day'], message: 'enter.problem-day' })
    return { kind, day: day ?? '', isRecalled: isRecalled !== undefined }
  })

// A day that has passed cannot be the release of somebody who is still inside.
const insideStates: readonly CustodyState[] = ['EXPECTED', 'HELD', 'AT_COURT', 'ON_TEMPORARY_RELEASE']

/** A person's release dates with their history, and entering one by hand. */
export async function custodyRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfPerson>(
    '/people/:personId/dates',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const shown = await request.read((reading) => readDates(reading, request.params.personId))
      return reply.page(DatesPage({ page: request.page(), ...shown }))
    },
  )

  app.get<OfPerson>(
    '/people/:personId/dates/new',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const { frame } = await request.read((reading) => readDates(reading, request.params.personId))
      const form = filledForm(frame.isRecalled ? { isRecalled: 'yes' } : {})
      return reply.page(EnterDatePage({ page: request.page(), frame, form }))
    },
  )

  app.post<OfPerson>(
    '/people/:personId/dates',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { personId } = request.params
      const form = readForm(newDate, request.body)
      if (!form.valid) {
        const { frame } = await request.read((reading) => readDates(reading, personId))
        return reply.status(422).page(EnterDatePage({ page: request.page(), frame, form }))
      }
      if (form.values.kind === 'CONFIRMED' && form.values.day < dayAt(app.database.clock.now())) {
        const shown = await request.read(async (reading) => ({
          frame: (await readDates(reading, personId)).frame,
          isInside: insideStates.includes((await getStanding(reading, personId)).state),
        }))
        const problem = { field: 'day', message: 'enter.problem-past' }
        if (shown.isInside) {
          const { frame } = shown
          return reply
            .status(422)
            .page(EnterDatePage({ page: request.page(), frame, form: withProblems(form, problem) }))
        }
      }
      await request.change((change) => enterReleaseDate(change, personId, form.values))
      return reply.redirect(`/people/${personId}/dates`, 303)
    },
  )
}

async function readDates(
  reading: Reading,
  personId: string,
): Promise<{ frame: CaseFrame; dates: SaidDate[]; mayWrite: boolean }> {
  const { caseId, mayWrite } = await getCustodyCase(reading, personId)
  reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups: ['custody'] })
  return { frame: await getCaseFrame(reading, caseId), dates: await listReleaseDates(reading, personId), mayWrite }
}

interface OfPerson {
  Params: { personId: string }
}
