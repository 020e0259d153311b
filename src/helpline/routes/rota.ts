import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { addDays, type Day, dayAt, isDay, weekdayOf } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantAt } from '../../platform/wall-clock.ts'
import { readDay, readTime } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, readForm, withProblems } from '../../platform/web/form.ts'
import { answerSwap, askSwap, dropShift, planShifts } from '../keep-rota.ts'
import { getHelpline, listOperators } from '../queries/lines.ts'
import { listGaps, listShifts, type Span } from '../queries/shifts.ts'
import { RotaPage } from '../views/rota-page.tsx'
import type { OfLine } from './board.ts'

interface OfShift {
  Params: { lineId: string; shiftId: string }
}
const sees = { config: { may: 'see the helpline', looks: 'none' } } as const
const answers = { config: { may: 'answer the helpline', looks: 'none' } } as const
const runs = { config: { may: 'run a helpline', looks: 'none' } } as const
const daysInWeek = 7
const longestInHours = 16

const time = z.string({ error: 'rota.time-wrong' }).transform((typed, context) => {
  const read = readTime(typed)
  if (!read) context.addIssue({ code: 'custom', message: 'rota.time-wrong' })
  return read ?? ''
})
const newShift = z.object({
  accountId: z.uuid('rota.who-missing'),
  from: time,
  until: time,
  weeks: z.coerce
    .number({ error: 'rota.weeks-wrong' })
    .int('rota.weeks-wrong')
    .min(1, 'rota.weeks-wrong')
    .max(26, 'rota.weeks-wrong'),
})
/** To anybody, to one colleague, or to one in exchange for a shift of theirs. */
const newSwap = z.object({
  offer: z.string().transform((typed, context) => {
    const [toAccountId, forShiftId] = typed === 'any' ? [] : typed.split(':')
    const ids = z.array(z.uuid()).safeParse([toAccountId, forShiftId].filter((id) => id !== undefined))
    if (!ids.success) context.addIssue({ code: 'custom', message: 'rota.who-missing' })
    return { toAccountId: toAccountId ?? null, forShiftId: forShiftId ?? null }
  }),
})
const answer = z.object({ answer: z.enum(['yes', 'no']) })

/** A week of a line: who is planned, who asks for a swap, and when there is nobody. */
export async function rotaRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfLine>('/helpline/:lineId/rota', sees, (request, reply) => showRota(request, reply, blankForm))

  app.post<OfLine>('/helpline/:lineId/shifts', runs, async (request, reply) => {
    const { lineId } = request.params
    const read = readForm(newShift, request.body)
    const day = readDay(read, 'day')
    const problems = day ? [] : [{ field: 'day', message: 'rota.day-wrong' }]
    if (read.valid && hoursOf(read.values.from, read.values.until) > longestInHours)
      problems.push({ field: 'until', message: 'rota.too-long' })
    if (!read.valid || !day || problems.length > 0)
      return showRota(request, reply.status(422), withProblems(read, ...problems))
    await request.change((change) => planShifts(change, lineId, { ...read.values, day }))
    return reply.redirect(`/helpline/${lineId}/rota?week=${mondayOf(day)}`, 303)
  })

  app.post<OfShift>('/helpline/:lineId/shifts/:shiftId/cancelling', sees, async (request, reply) => {
    const { lineId, shiftId } = request.params
    const empty = await request.change((change) => dropShift(change, lineId, shiftId))
    return empty
      ? showRota(request, reply.status(422), blankForm, empty)
      : reply.redirect(`/helpline/${lineId}/rota`, 303)
  })

  app.post<OfShift>('/helpline/:lineId/shifts/:shiftId/swaps', answers, async (request, reply) => {
    const { lineId, shiftId } = request.params
    const form = readForm(newSwap, request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => askSwap(change, lineId, { shiftId, ...form.values.offer }))
    return reply.redirect(`/helpline/${lineId}/rota`, 303)
  })

  app.post<{ Params: { swapId: string } }>('/helpline-swaps/:swapId/answer', answers, async (request, reply) => {
    const form = answer.safeParse(request.body)
    if (!form.success) throw new Refusal('unreadable', 'request.unreadable')
    const { helplineId, empty } = await request.change((change) =>
      answerSwap(change, request.params.swapId, form.data.answer === 'yes'),
    )
    if (!empty) return reply.redirect(`/helpline/${helplineId}/rota`, 303)
    return showRota(request, reply.status(422), blankForm, empty, helplineId)
  })
}

/** The Monday of a day's week. */
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** Hours on the wall, over midnight where it ends no later than it begins. */
function hoursOf(from: string, until: string): number {
  const minutes = (shown: string) => Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3))
  return (((minutes(until) - minutes(from) + 24 * 60 - 1) % (24 * 60)) + 1) / 60
}

async function showRota(
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState<unknown>,
  empty?: Span,
  lineId = (request.params as OfLine['Params']).lineId,
) {
  const { week } = request.query as { week?: unknown }
  const shown = await request.read(async (reading) => {
    const line = await getHelpline(reading, lineId)
    const asked = empty ? dayAt(empty.from) : typeof week === 'string' && isDay(week) ? week : dayAt(reading.now)
    const monday = mondayOf(asked)
    const span = { from: instantAt(monday, '00:00'), until: instantAt(addDays(monday, daysInWeek), '00:00') }
    return {
      line,
      monday,
      shifts: await listShifts(reading, line.id, span),
      gaps: await listGaps(reading, line.id, span),
      operators: await listOperators(reading),
    }
  })
  const { may, userId } = request.actor
  return reply.page(
    RotaPage({
      page: request.page(),
      ...shown,
      form,
      empty,
      userId,
      mayPlan: may.has('run a helpline'),
      mayAnswer: may.has('answer the helpline'),
    }),
  )
}
