import { z } from 'zod'
import { type FormState, type Typed, typedBody, typedText } from '../platform/web/form.ts'
import { actions, classes, type Rule, triggers } from './rules.ts'

const spareRows = 2
const mostRows = 12 // each class and event once

const ruleSchema = z.object({
  class: z.enum(classes, { error: 'problem.class' }),
  trigger: z.enum(triggers, { error: 'problem.trigger' }),
  months: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, 'problem.months')
    .transform(Number)
    .refine((months) => months <= 1_200, 'problem.months'),
  action: z.enum(actions, { error: 'problem.action' }),
  source: z.string().trim().min(1, 'problem.source').max(300, 'problem.source'),
})
const fields = ['class', 'trigger', 'months', 'action', 'source'] as const

export type ScheduleForm = FormState<{ rules: Rule[]; edition: number; coolingOffInDays: number }>

/** The rows of a form that shows these rules, with room for new ones. */
export const rowCount = (typed: Typed): number => {
  const used = Array.from({ length: mostRows }, (_, n) => n).filter((n) => isUsed(typed, n))
  return Math.min(mostRows, (used.at(-1) ?? -1) + 1 + spareRows)
}

/** A row counts once its class is chosen; so a rule goes away by choosing none. */
const isUsed = (typed: Typed, row: number): boolean => typedText({ typed }, `class-${row}`) !== ''

export function typedSchedule(rules: readonly Rule[], coolingOffInDays: number): Typed {
  const rows = rules.flatMap((rule, n) => fields.map((field) => [`${field}-${n}`, String(rule[field])] as const))
  return { ...Object.fromEntries(rows), cooling: String(coolingOffInDays) }
}

/** Reads the rules as typed. */
export function readSchedule(body: unknown): ScheduleForm {
  const typed = typedBody.parse(body)
  const problems: ScheduleForm['problems'] = []
  const rules: Rule[] = []
  for (let row = 0; row < mostRows; row += 1) {
    if (!isUsed(typed, row)) continue
    const read = ruleSchema.safeParse(
      Object.fromEntries(fields.map((field) => [field, typedText({ typed }, `${field}-${row}`)])),
    )
    if (!read.success) {
      for (const { path, message } of read.error.issues) problems.push({ field: `${String(path[0])}-${row}`, message })
    } else if (rules.some((rule) => rule.class === read.data.class && rule.trigger === read.data.trigger)) {
      problems.push({ field: `trigger-${row}`, message: 'problem.twice' })
    } else rules.push(read.data)
  }
  if (rules.length === 0 && problems.length === 0) problems.push({ field: 'class-0', message: 'problem.no-rules' })
  const cooling = typedText({ typed }, 'cooling').trim()
  if (!/^\d{1,2}$/.test(cooling) || Number(cooling) > 90)
    problems.push({ field: 'cooling', message: 'problem.cooling' })
  if (problems.length > 0) return { valid: false, typed, problems }
  const edition = Number(typedText({ typed }, 'edition')) || 0
  return { valid: true, typed, problems, values: { rules, edition, coolingOffInDays: Number(cooling) } }
}
