import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { entryCodes, entryKinds } from '../entry-kinds.ts'
import { comeBack, enrol, keepMeasured, leave, putOnList, writeEntry } from '../keep-places.ts'
import { getCourse } from '../queries/courses.ts'
import { readEligibility } from '../queries/eligibility.ts'
import { listEntries, listMeasured } from '../queries/entries.ts'
import { getPlace } from '../queries/places.ts'
import { EligiblePage } from '../views/eligible-page.tsx'
import { PlacePage } from '../views/place-page.tsx'
import { type OfCourse, sees, works } from './courses.ts'

interface OfPlace {
  Params: { placeId: string }
}
const versioned = z.object({ version: z.coerce.number().int().catch(0) })
const leaving = versioned.extend({
  how: z.enum(['COMPLETED', 'DROPPED_OUT', 'WITHDRAWN', 'NOT_TAKEN_IN'], { error: 'leave.how-missing' }),
  code: z.enum(entryCodes.LEAVING).catch('OTHER'),
  words: optionalText(4000, 'entry.words-long'),
})
const entry = z.object({
  what: z.string({ error: 'entry.what-missing' }).transform((typed, context) => {
    const [kind, code = ''] = typed.split(':')
    const found = entryKinds.find((each) => each === kind)
    const isKnown =
      found && (code === '' ? entryCodes[found].length === 0 : (entryCodes[found] as readonly string[]).includes(code))
    if (found && isKnown) return { kind: found, code }
    context.addIssue({ code: 'custom', message: 'entry.what-missing' })
    return z.NEVER
  }),
  words: optionalText(4000, 'entry.words-long'),
})
const query = z.object({
  show: z.enum(['eligible', 'almost']).catch('eligible'),
  q: z.string().trim().max(100).catch(''),
  after: z.uuid().optional().catch(undefined),
})

/** The people of a course: finding them, taking them in, what is written about them, and their leaving. */
export async function placeRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCourse>('/courses/:courseId/eligible', sees, (request, reply) => showEligible(request, reply, []))

  app.post<OfCourse>('/courses/:courseId/places', works, async (request, reply) => {
    const form = readForm(z.object({ caseId: z.union([z.uuid(), z.array(z.uuid())]).optional() }), request.body)
    const chosen = form.valid ? [form.values.caseId ?? []].flat() : []
    if (chosen.length === 0)
      return showEligible(request, reply.status(422), [{ field: 'case-0', message: 'eligible.nobody-chosen' }])
    await request.change((change) => putOnList(change, request.params.courseId, chosen.slice(0, 100)))
    return reply.redirect(`/courses/${request.params.courseId}?done=listed#h-waiting`, 303)
  })

  app.get<OfPlace>('/course-places/:placeId', sees, (request, reply) => showPlace(request, reply, blankForm))

  app.post<OfPlace>('/course-places/:placeId/enrolment', works, async (request, reply) => {
    const { courseId } = await request.change((change) => enrol(change, request.params.placeId, versionOf(request)))
    return reply.redirect(`/courses/${courseId}?done=place#h-group`, 303)
  })

  app.post<OfPlace>('/course-places/:placeId/leaving', works, async (request, reply) => {
    const form = readForm(leaving, request.body)
    if (!form.valid) return showPlace(request, reply.status(422), form)
    const { courseId } = await request.change((change) => leave(change, request.params.placeId, form.values))
    return reply.redirect(`/courses/${courseId}?done=place`, 303)
  })

  app.post<OfPlace>('/course-places/:placeId/return', works, async (request, reply) => {
    const { courseId } = await request.change((change) => comeBack(change, request.params.placeId, versionOf(request)))
    return reply.redirect(`/courses/${courseId}?done=place`, 303)
  })

  app.post<OfPlace>('/course-places/:placeId/entries', works, async (request, reply) => {
    const form = readForm(entry, request.body)
    const happenedOn = readDay(form, 'happened')
    const isDay = happenedOn && happenedOn <= dayNow(request)
    if (!form.valid || !isDay) {
      const problems = isDay ? [] : [{ field: 'happened', message: 'entry.day-wrong' }]
      return showPlace(request, reply.status(422), withProblems(form, ...problems))
    }
    const { what, words } = form.values
    if (what.code === '' && words === '')
      return showPlace(
        request,
        reply.status(422),
        withProblems(form, { field: 'words', message: 'entry.words-missing' }),
      )
    await request.change((change) => writeEntry(change, request.params.placeId, { ...what, words, happenedOn }))
    return reply.redirect(`/course-places/${request.params.placeId}#h-entries`, 303)
  })

  app.post<OfPlace>('/course-places/:placeId/measures', works, async (request, reply) => {
    const { placeId } = request.params
    const form = readForm(
      z.looseObject({ moment: z.enum(['BEFORE', 'AFTER'], { error: 'measure.moment-missing' }) }),
      request.body,
    )
    if (!form.valid) return showPlace(request, reply.status(422), form)
    const course = await request.read(async (reading) =>
      getCourse(reading, (await getPlace(reading, placeId)).courseId),
    )
    const answers: Record<string, number> = {}
    for (const { key } of course.package.measures) {
      const answer = Number(form.typed[`answer-${key}`])
      if (Number.isInteger(answer) && answer >= 1 && answer <= 5) answers[key] = answer
    }
    if (Object.keys(answers).length === 0)
      return showPlace(request, reply.status(422), withProblems(form, { field: 'moment', message: 'measure.nothing' }))
    const { moment } = form.values
    await request.change((change) => keepMeasured(change, placeId, { moment, answers, answeredOn: dayNow(request) }))
    return reply.redirect(`/course-places/${placeId}#h-measures`, 303)
  })
}

const dayNow = (request: FastifyRequest) => dayAt(request.page().now)

function versionOf(request: FastifyRequest): number {
  const form = readForm(versioned, request.body)
  if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
  return form.values.version
}

async function showEligible(
  request: FastifyRequest,
  reply: FastifyReply,
  problems: { field: string; message: string }[],
) {
  const { courseId } = request.params as OfCourse['Params']
  const asked = query.parse(request.query)
  const shown = await request.read(async (reading) => {
    const course = await getCourse(reading, courseId)
    const found = await readEligibility(reading, course, course.package.eligibility, {
      show: asked.show,
      words: asked.q,
      after: asked.after,
    })
    const [personIds, caseIds] = [
      found.candidates.map(({ personId }) => personId),
      found.candidates.map(({ caseId }) => caseId),
    ]
    reading.look({ action: 'search', personIds, caseIds, fieldGroups: ['identity', 'custody'] })
    return { course, found }
  })
  const mayAdd =
    request.actor.may.has('work on cases') && shown.course.agencyId === request.actor.agencyId && !shown.course.endedAt
  return reply.page(EligiblePage({ page: request.page(), ...shown, asked, problems, mayAdd }))
}

async function showPlace(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read((reading) => readPlace(reading, (request.params as OfPlace['Params']).placeId))
  return reply.page(
    PlacePage({ page: request.page(), ...shown, form, mayWork: request.actor.may.has('work on cases') }),
  )
}

/** @throws Refusal `course.place-not-found` for whoever does not see what is behind the wall. */
async function readPlace(reading: Reading, placeId: string) {
  const place = await getPlace(reading, placeId)
  const course = await getCourse(reading, place.courseId)
  if (course.agencyId !== reading.actor.agencyId) throw new Refusal('not found', 'course.place-not-found')
  reading.look({ action: 'consult', personIds: [place.personId], caseIds: [place.caseId], fieldGroups: ['mentoring'] })
  return { place, course, entries: await listEntries(reading, placeId), measured: await listMeasured(reading, placeId) }
}
