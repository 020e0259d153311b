import { z } from 'zod'
import { type WorkerRole, workerRoles } from '../cases/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { mostAtOnce, type Round, stepOwners } from './make-round.ts'

export const verbs = ['NAME_WORKER', 'ASK_CONTACT', 'ADD_STEP'] as const
/** The lists from which a round starts, and to which it goes back. */
export const lists = ['releases', 'caseload'] as const

const ids = z
  .string()
  .default('')
  .transform((all) => [...new Set(all.split('.'))].filter((id) => z.uuid().safeParse(id).success).slice(0, mostAtOnce))

/** Whom it is about, as the forms of a round carry it. */
export const about = z.object({
  caseIds: ids,
  verb: z.enum(verbs).catch('NAME_WORKER'),
  from: z.enum(lists).catch('caseload'),
})

/** Ticked rows of a list, as its form sends them. */
export const ticked = z.object({
  caseId: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .transform((all) => [...new Set(all)].filter((id) => z.uuid().safeParse(id).success).slice(0, mostAtOnce)),
  from: z.enum(lists).catch('caseload'),
})

const naming = z.object({
  accountId: z.uuid({ error: 'problem.worker' }),
  role: z.enum(workerRoles as readonly [WorkerRole, ...WorkerRole[]], { error: 'problem.role' }),
})
const step = z.object({
  title: text(200, { missing: 'problem.title', long: 'problem.title-long' }),
  owner: z.enum(stepOwners, { error: 'problem.owner' }),
})

/** Which day box belongs to which verb: both stand on one page. */
export const dayField = { ASK_CONTACT: 'contactOn', ADD_STEP: 'dueOn' } as const

/**
 * Reads what is to be done for each.
 *
 * @param contactTitle - what a step that asks for contact says, in the reader's language.
 */
export function readRound(
  body: unknown,
  verb: (typeof verbs)[number],
  { today, contactTitle }: { today: Day; contactTitle: string },
): FormState<Round> {
  if (verb === 'NAME_WORKER') {
    const form = readForm(naming, body)
    return form.valid ? { ...form, values: { verb, ...form.values } } : form
  }
  const form: FormState<Asked> =
    verb === 'ADD_STEP'
      ? readForm(step, body)
      : readForm(
          z.object({}).transform(() => asking(contactTitle)),
          body,
        )
  const field = dayField[verb]
  const dueOn = readDay(form, field)
  const message = !dueOn ? 'problem.day' : dueOn < today ? 'problem.day-past' : undefined
  if (!dueOn || message) return withProblems(form as FormState<never>, { field, message: message ?? 'problem.day' })
  return form.valid ? { ...form, values: { verb, dueOn, ...form.values } } : form
}

type Asked = Omit<Extract<Round, { title: string }>, 'verb' | 'dueOn'>
const asking = (title: string): Asked => ({ title, owner: 'KEY_WORKER' })
