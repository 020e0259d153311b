import { z } from 'zod'
import { parseDay } from '../../platform/calendar-day.ts'
import { optionalText, type Problem, text } from '../../platform/web/form.ts'
import type { NewBaseline } from '../queries/cohorts.ts'

export const newCohort = z.object({
  title: text(100, { missing: 'new.name-missing', long: 'new.name-long' }),
  prisonId: z.uuid('new.prison-missing'),
  sourceId: z.uuid('new.source-missing'),
  first: z.string('new.quarter-missing').regex(/^\d{4}-Q[1-4]$/, 'new.quarter-missing'),
  last: z.string('new.quarter-missing').regex(/^\d{4}-Q[1-4]$/, 'new.quarter-missing'),
})

export const newBaseline = z.object({
  baseId: z.union([z.uuid(), z.literal('')]).catch(''),
  rate: optionalText(10, 'baseline.rate-wrong'),
  people: optionalText(10, 'baseline.people-wrong'),
  fromOn: optionalText(10, 'baseline.day-wrong'),
  toOn: optionalText(10, 'baseline.day-wrong'),
  method: text(500, { missing: 'baseline.method-missing', long: 'baseline.method-long' }),
})

/** Another cohort needs nothing else; a published figure needs its rate and its period. */
export function readBaseline(typed: z.infer<typeof newBaseline>): { said: NewBaseline } | { problems: Problem[] } {
  const { method } = typed
  if (typed.baseId) return { said: { baseId: typed.baseId, rate: null, people: null, from: null, to: null, method } }

  const rate = Number(typed.rate.replace(',', '.').replace('%', ''))
  const people = typed.people === '' ? null : Number(typed.people)
  const [from, to] = [parseDay(typed.fromOn), parseDay(typed.toOn)]
  const problems: Problem[] = []
  if (typed.rate === '' || !(rate >= 0 && rate <= 100)) problems.push({ field: 'rate', message: 'baseline.rate-wrong' })
  if (people !== null && !(Number.isInteger(people) && people > 0 && people < 100_000_000)) {
    problems.push({ field: 'people', message: 'baseline.people-wrong' })
  }
  if (!from) problems.push({ field: 'fromOn', message: 'baseline.day-wrong' })
  if (!to) problems.push({ field: 'toOn', message: 'baseline.day-wrong' })
  if (from && to && from > to) problems.push({ field: 'toOn', message: 'baseline.days-turned' })
  if (problems.length > 0 || !from || !to) return { problems }
  return { said: { baseId: null, rate: rate / 100, people, from, to, method } }
}
