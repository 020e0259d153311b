import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleagues } from '../../agencies/index.ts'
import { listPrisons } from '../../custody/index.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay, readTime } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../../platform/web/form.ts'
import { courseGenders, courseModes, listProgrammes } from '../../programmes/index.ts'
import { confirmCourse, endCourse, endFacilitation, hindrances, nameFacilitator } from '../lead-course.ts'
import { planCourse } from '../plan-course.ts'
import { checkGroup, getCourse, listCourses } from '../queries/courses.ts'
import { readFigures } from '../queries/figures.ts'
import { listPlaces } from '../queries/places.ts'
import { listSessions } from '../queries/sessions.ts'
import { CoursePage } from '../views/course-page.tsx'
import { CoursesPage } from '../views/courses-page.tsx'
import { FacilitatorsPage } from '../views/facilitators-page.tsx'
import { NewCoursePage } from '../views/new-course-page.tsx'

export interface OfCourse {
  Params: { courseId: string }
}
export const sees = { config: { may: 'see cases', looks: 'personal' } } as const
export const seesNobody = { config: { may: 'see cases', looks: 'none' } } as const
export const works = { config: { may: 'work on cases', looks: 'none' } } as const

const newCourse = z.object({
  programmeId: z.uuid('new.programme-missing'),
  name: text(80, { missing: 'new.name-missing', long: 'new.name-long' }),
  mode: z.enum(courseModes, { error: 'new.mode-missing' }),
  gender: z.enum(courseGenders, { error: 'new.gender-missing' }),
  prisonId: z.union([z.literal(''), z.uuid()], { error: 'new.prison-missing' }),
  wing: optionalText(40, 'new.wing-missing'),
  place: text(200, { missing: 'new.place-missing', long: 'new.place-long' }),
  largest: z.coerce
    .number({ error: 'new.largest-wrong' })
    .int('new.largest-wrong')
    .min(1, 'new.largest-wrong')
    .max(60, 'new.largest-wrong'),
  daysBetween: z.coerce
    .number({ error: 'new.days-wrong' })
    .int('new.days-wrong')
    .min(1, 'new.days-wrong')
    .max(60, 'new.days-wrong'),
  time: z.string({ error: 'new.time-wrong' }),
  deputyId: z.union([z.literal(''), z.uuid()]).catch(''),
})
const done = z
  .enum(['planned', 'confirmed', 'ended', 'listed', 'register', 'named', 'caught-up', 'moved', 'place'])
  .optional()
  .catch(undefined)
const facilitator = z.object({
  accountId: z.uuid('facilitators.who-missing'),
  role: z.enum(['LEAD', 'FACILITATOR', 'DEPUTY'], { error: 'facilitators.role-missing' }),
})

/** Courses: the list, planning one, one of them, confirming and ending it, who leads it. */
export async function coursePageRoutes(app: FastifyInstance): Promise<void> {
  app.get('/courses', seesNobody, async (request, reply) => {
    const courses = await request.read(listCourses)
    return reply.page(CoursesPage({ page: request.page(), courses, agencyId: request.actor.agencyId }))
  })

  app.get('/courses/new', seesNobody, (request, reply) => {
    const asked = z
      .uuid()
      .catch('')
      .parse((request.query as { programme?: unknown }).programme)
    return showNew(request, reply, { ...blankForm, typed: { programmeId: asked, daysBetween: '7', mode: 'GROUP' } })
  })

  app.post('/courses', works, async (request, reply) => {
    const form = readForm(newCourse, request.body)
    const startsOn = readDay(form, 'startsOn')
    const time = readTime(String(form.typed['time'] ?? ''))
    const problems = [
      ...(startsOn ? [] : [{ field: 'startsOn', message: 'new.day-missing' }]),
      ...(time ? [] : [{ field: 'time', message: 'new.time-wrong' }]),
      ...(form.valid && form.values.prisonId !== '' && form.values.wing === ''
        ? [{ field: 'wing', message: 'new.wing-missing' }]
        : []),
    ]
    if (!form.valid || !startsOn || !time || problems.length > 0)
      return showNew(request, reply.status(422), withProblems(form, ...problems))
    const { prisonId, wing, deputyId, ...rest } = form.values
    const where = prisonId === '' ? { prisonId: null, wing: null } : { prisonId, wing }
    const id = await request.change((change) =>
      planCourse(change, { ...rest, ...where, startsOn, time, deputyId: deputyId || null }),
    )
    return reply.redirect(`/courses/${id}?done=planned`, 303)
  })

  app.get<OfCourse>('/courses/:courseId', sees, async (request, reply) => {
    const shown = await request.read((reading) => readCourse(reading, request.params.courseId))
    const isOwn = shown.course.agencyId === request.actor.agencyId
    const doneNow = done.parse((request.query as { done?: unknown }).done)
    return reply.page(
      CoursePage({
        page: request.page(),
        ...shown,
        isOwn,
        done: doneNow,
        mayWork: request.actor.may.has('work on cases'),
      }),
    )
  })

  app.post<OfCourse>('/courses/:courseId/confirmation', works, async (request, reply) => {
    await request.change((change) => confirmCourse(change, request.params.courseId))
    return reply.redirect(`/courses/${request.params.courseId}?done=confirmed`, 303)
  })

  app.post<OfCourse>('/courses/:courseId/end', works, async (request, reply) => {
    const form = readForm(z.object({ how: z.enum(['HELD', 'CALLED_OFF']) }), request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => endCourse(change, request.params.courseId, form.values.how))
    return reply.redirect(`/courses/${request.params.courseId}?done=ended`, 303)
  })

  app.get<OfCourse>('/courses/:courseId/facilitators', seesNobody, (request, reply) =>
    showFacilitators(request, reply, blankForm),
  )

  app.post<OfCourse>('/courses/:courseId/facilitators', works, async (request, reply) => {
    const form = readForm(facilitator, request.body)
    if (!form.valid) return showFacilitators(request, reply.status(422), form)
    const { accountId, role } = form.values
    await request.change((change) => nameFacilitator(change, request.params.courseId, accountId, role))
    return reply.redirect(`/courses/${request.params.courseId}?done=named`, 303)
  })

  app.post<{ Params: { courseId: string; accountId: string } }>(
    '/courses/:courseId/facilitators/:accountId/end',
    works,
    async (request, reply) => {
      const { courseId, accountId } = request.params
      await request.change((change) => endFacilitation(change, courseId, accountId))
      return reply.redirect(`/courses/${courseId}?done=named`, 303)
    },
  )
}

/** A course with its people, sessions, figures and what hinders it; of another agency's its frame and days alone. */
async function readCourse(reading: Reading, courseId: string) {
  const course = await getCourse(reading, courseId)
  const isOwn = course.agencyId === reading.actor.agencyId
  const places = isOwn ? await listPlaces(reading, courseId) : []
  const states = isOwn ? await checkGroup(reading, courseId) : {}
  const [personIds, caseIds] = [places.map(({ personId }) => personId), places.map(({ caseId }) => caseId)]
  reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['mentoring'] })
  const sessions = await listSessions(reading, courseId)
  const figures = isOwn ? await readFigures(reading, { courseId }) : undefined
  return { course, places, states, sessions, figures, hindrances: hindrances(course, places, states) }
}

async function showNew(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => ({
    programmes: await listProgrammes(reading),
    prisons: await listPrisons(reading),
    colleagues: await listColleagues(reading, reading.actor.agencyId),
  }))
  return reply.page(NewCoursePage({ page: request.page(), ...shown, form, userId: request.actor.userId }))
}

async function showFacilitators(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { courseId } = request.params as OfCourse['Params']
  const shown = await request.read(async (reading) => {
    const course = await getCourse(reading, courseId)
    return { course, colleagues: await listColleagues(reading, course.agencyId) }
  })
  if (shown.course.agencyId !== request.actor.agencyId) throw new Refusal('not allowed', 'course.not-yours')
  return reply.page(FacilitatorsPage({ page: request.page(), ...shown, form }))
}
