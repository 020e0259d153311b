import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readTime } from '../../platform/web/day-field.ts'
import {
  blankForm,
  type FormState,
  optionalText,
  readForm,
  typedList,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { addTime, removeTime } from '../keep-times.ts'
import { listPrisonServices, listTimes, listWings } from '../queries/times.ts'
import { TimesPage } from '../views/times-page.tsx'

const administers = { config: { may: 'administer the agency', looks: 'none' } } as const
const timeForm = z.object({
  serviceId: z.uuid({ error: 'problem.service' }),
  wing: optionalText(40, 'problem.wing'),
  place: optionalText(100, 'problem.place'),
})
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** When services of the directory are on the wings of the actor's prison: a setting. */
export async function timeRoutes(app: FastifyInstance): Promise<void> {
  app.get('/settings/wing-times', administers, (request, reply) => show(request, reply, blankForm))

  app.post('/settings/wing-times', administers, async (request, reply) => {
    const read = readForm(timeForm, request.body)
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => typedList(read, 'weekdays').includes(String(day)))
    const [opens, closes] = [readTime(typedText(read, 'opens')), readTime(typedText(read, 'closes'))]
    const isBackwards = opens !== undefined && closes !== undefined && closes <= opens
    const problems = [
      ...(weekdays.length === 0 ? [{ field: 'weekdays', message: 'problem.weekdays' }] : []),
      ...(opens ? [] : [{ field: 'opens', message: 'problem.time' }]),
      ...(closes && !isBackwards
        ? []
        : [{ field: 'closes', message: isBackwards ? 'problem.backwards' : 'problem.time' }]),
    ]
    const form = problems.length > 0 ? withProblems(read, ...problems) : read
    if (!form.valid || !opens || !closes) return show(request, reply.status(422), form)
    const [opensMinute, closesMinute] = [minutesOf(opens), minutesOf(closes)]
    await request.change((change) => addTime(change, { ...form.values, weekdays, opensMinute, closesMinute }))
    return reply.redirect('/settings/wing-times', 303)
  })

  app.post<{ Params: { timeId: string } }>('/settings/wing-times/:timeId/end', administers, async (request, reply) => {
    await request.change((change) => removeTime(change, request.params.timeId))
    return reply.redirect('/settings/wing-times', 303)
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { agencyId, agencyKind, may } = request.actor
  const isPrison = agencyKind === 'prison'
  const shown = await request.read(async (reading) => ({
    times: isPrison ? await listTimes(reading, agencyId) : [],
    services: isPrison ? await listPrisonServices(reading, agencyId) : [],
    wings: isPrison ? await listWings(reading) : [],
  }))
  return reply.page(TimesPage({ page: request.page(), may, isPrison, ...shown, form }))
}
