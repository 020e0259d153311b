import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantAt, timeAt } from '../../platform/wall-clock.ts'
import { readDay, readTime, typedDay } from '../../platform/web/day-field.ts'
import {
  type FormState,
  filledForm,
  optionalText,
  readForm,
  text,
  typedList,
  withProblems,
} from '../../platform/web/form.ts'
import { addCatchUp, cancelSession, changeSession } from '../keep-session.ts'
import { admitObserver } from '../lead-course.ts'
import { getCourse } from '../queries/courses.ts'
import { listObservers } from '../queries/observers.ts'
import { listPlaces } from '../queries/places.ts'
import { getSession } from '../queries/sessions.ts'
import { SessionPage } from '../views/session-page.tsx'
import { sees, works } from './courses.ts'
import type { OfSession } from './register.ts'

const sessionForm = z.object({
  version: z.coerce.number().int().catch(0),
  lengthInMinutes: z.coerce
    .number({ error: 'session.length-wrong' })
    .int('session.length-wrong')
    .min(10, 'session.length-wrong')
    .max(480, 'session.length-wrong'),
  ownPlan: optionalText(4000, 'session.plan-long'),
  isCorrection: z.enum(['yes', 'no']).optional(),
})
const observer = z.object({
  name: text(120, { missing: 'observer.name-missing', long: 'observer.name-long' }),
  comesFrom: text(200, { missing: 'observer.from-missing', long: 'observer.name-long' }),
})

/** One meeting: moving it, its own plan, calling it off, a second one for those who missed it, and who sits in. */
export async function sessionRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfSession>('/course-sessions/:sessionId', sees, (request, reply) => showSession(request, reply))

  app.post<OfSession>('/course-sessions/:sessionId', works, async (request, reply) => {
    const { sessionId } = request.params
    const form = readForm(sessionForm, request.body)
    const when = whenOf(form, '')
    if (!form.valid || 'problem' in when)
      return showSession(request, reply.status(422), withProblems(form, ...('problem' in when ? [when.problem] : [])))
    const session = await request.read((reading) => getSession(reading, sessionId))
    const isMoved = session.startsAt.getTime() !== when.at.getTime()
    if (isMoved && session.marked > 0 && !form.values.isCorrection)
      return showSession(
        request,
        reply.status(422),
        withProblems(form, { field: 'isCorrection', message: 'session.was-marked' }),
      )
    const { isCorrection, ...values } = form.values
    await request.change((change) =>
      changeSession(change, sessionId, { ...values, startsAt: when.at, isCorrection: isCorrection === 'yes' }),
    )
    return reply.redirect(`/courses/${session.courseId}?done=moved`, 303)
  })

  app.post<OfSession>('/course-sessions/:sessionId/cancellation', works, async (request, reply) => {
    const courseId = await request.change((change) => cancelSession(change, request.params.sessionId))
    return reply.redirect(`/courses/${courseId}?done=moved`, 303)
  })

  app.post<OfSession>('/course-sessions/:sessionId/catch-up', works, async (request, reply) => {
    const form = readForm(z.looseObject({}), request.body)
    const when = whenOf(form, 'again-')
    if ('problem' in when) return showSession(request, reply.status(422), withProblems(form, when.problem))
    const id = await request.change((change) => addCatchUp(change, request.params.sessionId, when.at))
    const { courseId } = await request.read((reading) => getSession(reading, id))
    return reply.redirect(`/courses/${courseId}?done=caught-up`, 303)
  })

  app.post<OfSession>('/course-sessions/:sessionId/observers', works, async (request, reply) => {
    const { sessionId } = request.params
    const form = readForm(observer, request.body)
    if (!form.valid) return showSession(request, reply.status(422), form)
    try {
      const agreedPlaceIds = z.array(z.uuid()).catch([]).parse(typedList(form, 'agreed'))
      await request.change((change) => admitObserver(change, sessionId, { ...form.values, agreedPlaceIds }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'course.not-all-agreed') throw error
      return showSession(
        request,
        reply.status(422),
        withProblems(form, { field: 'agreed', message: 'observer.not-all' }),
      )
    }
    return reply.redirect(`/course-sessions/${sessionId}#h-observers`, 303)
  })
}

function whenOf(form: Pick<FormState<unknown>, 'typed'>, prefix: '' | 'again-') {
  const day = readDay(form, `${prefix}day`)
  const time = readTime(String(form.typed[`${prefix}time`] ?? ''))
  if (!day) return { problem: { field: `${prefix}day`, message: 'new.day-missing' } }
  if (!time) return { problem: { field: `${prefix}time`, message: 'new.time-wrong' } }
  return { at: instantAt(day, time) }
}

async function showSession(request: FastifyRequest, reply: FastifyReply, sent?: FormState<unknown>) {
  const { sessionId } = request.params as OfSession['Params']
  const shown = await request.read(async (reading) => {
    const session = await getSession(reading, sessionId)
    const course = await getCourse(reading, session.courseId)
    if (course.agencyId !== reading.actor.agencyId) throw new Refusal('not found', 'course.session-not-found')
    const group = (await listPlaces(reading, course.id)).filter(({ enrolledAt, leftAt }) => enrolledAt && !leftAt)
    const [personIds, caseIds] = [group.map(({ personId }) => personId), group.map(({ caseId }) => caseId)]
    reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['mentoring'] })
    return { session, course, group, observers: await listObservers(reading, sessionId) }
  })
  const { startsAt, lengthInMinutes, ownPlan, version } = shown.session
  const kept = {
    ...typedDay('day', dayAt(startsAt)),
    time: timeAt(startsAt),
    lengthInMinutes: String(lengthInMinutes),
    ownPlan,
    version: String(version),
  }
  const form = sent ? { typed: { ...kept, ...sent.typed }, problems: sent.problems } : filledForm(kept)
  return reply.page(
    SessionPage({ page: request.page(), ...shown, form, mayWork: request.actor.may.has('work on cases') }),
  )
}
