import { z } from 'zod'
import { dayOf } from '../platform/calendar-day.ts'
import { needStatuses } from './need-states.ts'
import { pathwayStatuses, pathways } from './pathways.ts'
import type { Need, NeedFields, Responsible } from './queries/needs.ts'

// Messages are keys of this capability's words.
const text = (max: number, missing: string, long: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(max, long)
const part = z.string().trim().default('')
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const reason = z.string().trim().max(200, 'problem.reason-long').default('')

/** "person", "agency:ID", "worker:AGENCY ID:ID", or nothing while nobody sees to it. */
const owner = z
  .string()
  .trim()
  .default('')
  .transform((value, context): Responsible => {
    const [kind, agencyId = '', accountId = ''] = value.split(':')
    if (kind === '') return { agencyId: null, accountId: null, isForPerson: false }
    if (kind === 'person') return { agencyId: null, accountId: null, isForPerson: true }
    if (kind === 'agency' && uuid.test(agencyId)) return { agencyId, accountId: null, isForPerson: false }
    if (kind === 'worker' && uuid.test(agencyId) && uuid.test(accountId))
      return { agencyId, accountId, isForPerson: false }
    context.addIssue({ code: 'custom', message: 'problem.owner' })
    return z.NEVER
  })

const fields = {
  words: text(500, 'problem.words', 'problem.words-long'),
  'neededBy-day': part,
  'neededBy-month': part,
  'neededBy-year': part,
  owner,
}

export const newNeed = withDay(z.object({ ...fields, pathway: z.enum(pathways, { error: 'problem.pathway' }) }))

export const changedNeed = withDay(
  z.object({
    ...fields,
    status: z.enum(needStatuses, { error: 'problem.status' }),
    statusReason: reason,
    version: z.coerce.number().int(),
  }),
).superRefine(({ status, statusReason }, context) => {
  if (status !== 'DECLINED' || statusReason) return
  context.addIssue({ code: 'custom', path: ['statusReason'], message: 'problem.reason' })
})

export const newStanding = z.object({
  status: z.enum(pathwayStatuses, { error: 'problem.status' }),
  reason: text(200, 'problem.reason', 'problem.reason-long'),
  seen: z.enum(pathwayStatuses),
})

/** A need as the form shows it. */
export function typedOf(need: Need): Record<string, string> {
  const [year = '', month = '', day = ''] = (need.neededByOn ?? '').split('-')
  return {
    words: need.words,
    owner: ownerValue(need.responsible),
    'neededBy-day': day && String(Number(day)),
    'neededBy-month': month && String(Number(month)),
    'neededBy-year': year,
    status: need.status,
    statusReason: need.statusReason,
  }
}

export function ownerValue({ agencyId, accountId, isForPerson }: NeedFields['responsible']): string {
  if (isForPerson) return 'person'
  if (accountId) return `worker:${agencyId}:${accountId}`
  return agencyId ? `agency:${agencyId}` : ''
}

type DayParts = { 'neededBy-day': string; 'neededBy-month': string; 'neededBy-year': string }

function withDay<Shape extends z.ZodType<DayParts>>(schema: Shape) {
  return schema.transform((typed, context) => {
    const parts = [typed['neededBy-year'], typed['neededBy-month'], typed['neededBy-day']]
    if (parts.every((each) => each === '')) return { ...typed, neededByOn: null }
    const [year, month, day] = parts.map(Number)
    const neededByOn = dayOf(year!, month!, day!)
    if (!neededByOn) context.addIssue({ code: 'custom', path: ['neededBy'], message: 'problem.day' })
    return { ...typed, neededByOn: neededByOn ?? null }
  })
}
