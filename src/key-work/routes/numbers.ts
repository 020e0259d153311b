import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addDays, type Day, dayAt, parseDay } from '../../platform/calendar-day.ts'
import { type FormState, filledForm, readForm, type Typed } from '../../platform/web/form.ts'
import { groupings } from '../groupings.ts'
import { keepSchedule } from '../keep-schedule.ts'
import { casesOf, readReport } from '../queries/report.ts'
import { findSchedule, listEditions, listPrisons } from '../queries/schedule.ts'
import { ReportPage } from '../views/report-page.tsx'
import { SchedulePage } from '../views/schedule-page.tsx'

const monthsOffered = 6
const monthsInYear = 12
const query = z.object({
  month: z.string().optional().catch(undefined),
  by: z.enum(groupings).catch('wing'),
  wing: z.string().max(40).optional().catch(undefined),
  worker: z
    .union([z.uuid(), z.literal('nobody')])
    .optional()
    .catch(undefined),
})
const whole = (most: number) =>
  z
    .string({ error: 'problem.number' })
    .trim()
    .regex(/^\d{1,3}$/, 'problem.number')
    .transform(Number)
    .pipe(z.number().min(1, 'problem.number').max(most, 'problem.number'))
const schedule = z.object({
  prisonId: z.uuid('problem.number'),
  sessions: whole(7),
  everyWeeks: whole(8),
  lengthInMinutes: whole(240).pipe(z.number().min(5, 'problem.number')),
  supervisorQuietAfterWeeks: whole(52),
})

/** Sessions expected and held, and how often they are to be. */
export async function numberRoutes(app: FastifyInstance): Promise<void> {
  app.get('/key-work/report', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const { month: typed, by, wing, worker: workerId } = query.parse(request.query)
    const today = dayAt(app.database.clock.now())
    const months = lastMonths(today, monthsInYear)
    const month = months.find((each) => each === parseDay(`${typed}-01`)) ?? months[0]!
    const from = by === 'month' ? months.at(-1)! : month
    const until = [endOf(by === 'month' ? months[0]! : month), today].sort()[0]!
    const filter = { by, wing, workerId }
    const isPrison = request.actor.agencyKind === 'prison'
    const shown = await request.report(async (reading) => {
      const rows = isPrison ? await readReport(reading, from, until, filter) : []
      reading.look({
        action: 'consult',
        caseIds: by === 'person' ? casesOf(rows) : [],
        fieldGroups: ['identity', 'custody', 'notes'],
      })
      return { rows, hasSchedule: (await findSchedule(reading, request.actor.agencyId)) !== undefined }
    })
    const about = by === 'person' ? wing : undefined
    const offered = months.slice(0, monthsOffered)
    return reply.page(ReportPage({ page: request.page(), isPrison, month, months: offered, filter, about, ...shown }))
  })

  const administers = { config: { may: 'administer the agency', looks: 'none' } } as const
  app.get('/settings/key-work', administers, (request, reply) => showSchedule(request, reply))

  app.post('/settings/key-work', administers, async (request, reply) => {
    const form = readForm(schedule, request.body)
    if (!form.valid) return showSchedule(request, reply.status(422), form)
    const { prisonId, ...next } = form.values
    await request.change((change) => keepSchedule(change, prisonId, next))
    return reply.redirect(`/settings/key-work?prison=${prisonId}`, 303)
  })
}

async function showSchedule(request: FastifyRequest, reply: FastifyReply, form?: FormState<unknown>) {
  const { may } = request.actor
  const asked = (form?.typed['prisonId'] ?? (request.query as { prison?: string }).prison) as string | undefined
  const shown = await request.read(async (reading) => {
    const prisons = await listPrisons(reading, may.has('coordinate the partnership'))
    const prisonId = (prisons.find(({ id }) => id === asked) ?? prisons[0])?.id
    return { prisons, prisonId, editions: prisonId ? await listEditions(reading, prisonId) : [] }
  })
  const [first] = shown.editions
  const usual = { sessions: 1, everyWeeks: 1, lengthInMinutes: 45, supervisorQuietAfterWeeks: 8 }
  const { sessions, everyWeeks, lengthInMinutes, supervisorQuietAfterWeeks } = first ?? usual
  const kept = { sessions, everyWeeks, lengthInMinutes, supervisorQuietAfterWeeks }
  const typed: Typed = Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]))
  return reply.page(SchedulePage({ page: request.page(), may, ...shown, form: form ?? filledForm(typed) }))
}

const startOf = (day: Day): Day => `${day.slice(0, 7)}-01`
const endOf = (month: Day): Day => addDays(startOf(addDays(month, 31)), -1)

/** The first days of this month and of those before, the latest first. */
function lastMonths(today: Day, count: number): Day[] {
  const months = [startOf(today)]
  while (months.length < count) months.push(startOf(addDays(months.at(-1)!, -1)))
  return months
}
