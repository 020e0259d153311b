import type { FastifyInstance, FastifyRequest } from 'fastify'
import { getCaseFrame, mayWrite, sees } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filledForm, type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { readDueOn } from '../queries/due.ts'
import { everyDaysOf, findSchedule } from '../queries/schedule.ts'
import { findSession, listSessions } from '../queries/sessions.ts'
import { recordSession } from '../record-session.ts'
import { readSession, usualSession } from '../session-form.ts'
import { PersonPage } from '../views/person-page.tsx'
import { withdrawSession } from '../withdraw-session.ts'
import { words } from '../words.ts'

/** The key work with one person: reading it, writing a session down, taking one back. */
export async function sessionRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>(
    '/cases/:caseId/key-work',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => reply.page(PersonPage(await readPerson(request, request.params.caseId))),
  )

  app.post<OfCase>(
    '/cases/:caseId/key-work',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = readSession(request.body, app.database.clock.now())
      if (!form.valid) return reply.status(422).page(PersonPage(await readPerson(request, caseId, form)))
      const id = idOf(form)
      await request.change((change) => recordSession(change, caseId, { ...form.values, id }))
      return reply.redirect(`/key-work?done=${id}`, 303)
    },
  )

  app.post<{ Params: { sessionId: string } }>(
    '/key-work/sessions/:sessionId/withdrawal',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const reason = words(request.page().locale)('saved.undone')
      const { caseId } = await request.change((change) => withdrawSession(change, request.params.sessionId, reason))
      return reply.redirect(`/cases/${caseId}/key-work`, 303)
    },
  )
}

/** What the form was given, where it is one of ours. */
export function idOf(form: { typed: Typed }): string {
  const typed = typedText(form, 'formId')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed) ? typed : newId()
}

function readPerson(request: FastifyRequest, caseId: string, form?: { typed: Typed; problems: Problem[] }) {
  const page = request.page()
  const { agencyKind, agencyId, may } = request.actor
  return request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const fieldGroups = sees(frame, 'notes') ? (['identity', 'notes'] as const) : (['identity'] as const)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    const mayAdd = mayWrite(frame, 'notes') && frame.isOpen && agencyKind === 'prison' && may.has('work on cases')
    if (form && !mayAdd) throw new Refusal('not allowed', 'note.part-closed', { part: 'notes' })
    const schedule = mayAdd ? await findSchedule(reading, agencyId) : undefined
    const everyDays = schedule && everyDaysOf(schedule)
    const usual = usualSession(dayAt(reading.now), schedule && { ...schedule, everyDays: everyDays! })
    const sessions = await listSessions(reading, caseId)
    const dueOn = await readDueOn(reading, caseId)
    return { page, frame, sessions, dueOn, form: mayAdd ? (form ?? filledForm(usual)) : undefined }
  })
}

/** Where a form was sent twice: the second sending leads to what the first one saved. */
export const wasSaved = async (request: FastifyRequest, id: string): Promise<boolean> =>
  (await request.read((reading) => findSession(reading, id))) !== undefined

interface OfCase {
  Params: { caseId: string }
}
