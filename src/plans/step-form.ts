import { z } from 'zod'
import type { Day } from '../platform/calendar-day.ts'
import { pathwayIcons } from '../platform/web/components/index.ts'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import {
  type FormState,
  optionalText,
  readForm,
  type Typed,
  text,
  typedText,
  withProblems,
} from '../platform/web/form.ts'
import type { StepFields, StepOwner } from './add-step.ts'
import { several } from './goals/goal-form.ts'
import { planKinds } from './goals/goal-states.ts'
import { leadKinds } from './lead-times/lead-kinds.ts'
import type { Step } from './queries/steps.ts'
import { isClosed } from './step-states.ts'

const pathwayCodes = Object.keys(pathwayIcons)
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ownerPattern = new RegExp(`^(?:person|agency:(${uuid})|worker:(${uuid}):(${uuid}))$`)

/** Who is responsible, as the list of choices writes it. */
const owner = z
  .string({ error: 'problem.owner' })
  .regex(ownerPattern, 'problem.owner')
  .transform((typed): StepOwner => {
    const [, agencyId, workersAgencyId, accountId] = ownerPattern.exec(typed)!
    const isForPerson = typed === 'person'
    return { isForPerson, agencyId: agencyId ?? workersAgencyId ?? null, accountId: accountId ?? null }
  })

/** Whom steps are given to whose owner has gone. */
export const reassignment = z.object({ owner })

const fields = z.object({
  title: text(200, { missing: 'problem.title', long: 'problem.title-long' }),
  pathway: z
    .string()
    .default('')
    .refine((code) => code === '' || pathwayCodes.includes(code), 'problem.pathway')
    .transform((code) => code || null),
  needId: z
    .union([z.literal(''), z.uuid()], { error: 'problem.need' })
    .default('')
    .transform((id) => id || null),
  owner,
  goalId: z
    .union([z.literal(''), z.uuid()], { error: 'problem.goal-choice' })
    .default('')
    .transform((id) => id || null),
  kind: z.enum(planKinds, { error: 'problem.kind' }).default('PRACTICAL'),
  doneWhen: optionalText(200, 'problem.title-long'),
  leadKind: z
    .union([z.literal(''), z.enum(leadKinds)], { error: 'problem.lead-kind' })
    .default('')
    .transform((kind) => kind || null),
  waitsFor: several(z.uuid({ error: 'problem.waits' }), 20),
  contributingIds: several(z.uuid({ error: 'problem.owner' }), 30),
  informedIds: several(z.uuid({ error: 'problem.owner' }), 30),
  version: z.coerce.number().int().min(1).default(1),
})

export type TypedStep = StepFields & { version: number }

/** Reads a step as it was typed. */
export function readStep(body: unknown): FormState<TypedStep> {
  const form = readForm(fields, body)
  const dueOn = readDay(form, 'dueOn')
  if (dueOn === undefined)
    return withProblems<TypedStep>({ ...form, valid: false }, { field: 'dueOn', message: 'problem.due' })
  return form.valid ? { ...form, values: { ...form.values, dueOn } } : form
}

/** What a day has to fit: today, the end of supervision after the sentence, and what the step waits for. */
export interface DueLimits {
  today: Day
  supervisionEndsOn: Day | null
  steps: readonly Pick<Step, 'id' | 'dueOn' | 'status'>[]
  /** The day that is kept already: it may be past. */
  keptOn: Day | null
}

/** Days that contradict each other are told beside the day. */
export function withDueProblems(form: FormState<TypedStep>, limits: DueLimits): FormState<TypedStep> {
  if (!form.valid) return form
  const { dueOn, waitsFor } = form.values
  if (!dueOn || dueOn === limits.keptOn) return form
  const before = limits.steps.filter(({ id, status }) => waitsFor.includes(id) && !isClosed(status))
  const message =
    dueOn < limits.today
      ? 'problem.due-past'
      : limits.supervisionEndsOn && dueOn > limits.supervisionEndsOn
        ? 'problem.due-after-supervision'
        : before.some((step) => step.dueOn !== null && dueOn < step.dueOn)
          ? 'problem.due-before-waits'
          : undefined
  return message ? withProblems(form, { field: 'dueOn', message }) : form
}

/** An owner as the list of choices writes it. */
export function ownerValue({ isForPerson, agencyId, accountId }: StepOwner): string {
  if (isForPerson) return 'person'
  if (accountId) return `worker:${agencyId}:${accountId}`
  return agencyId ? `agency:${agencyId}` : ''
}

/** A kept step as if it had been typed. */
export function typedStep(step: Step): Typed {
  return {
    title: step.title,
    pathway: step.pathway ?? '',
    needId: step.needId ?? '',
    owner: ownerValue(step.owner),
    ...typedDay('dueOn', step.dueOn),
    goalId: step.goalId ?? '',
    kind: step.kind,
    doneWhen: step.doneWhen,
    leadKind: step.leadKind ?? '',
    waitsFor: step.waitsFor,
    contributingIds: step.contributingIds,
    informedIds: step.informedIds,
    version: String(step.version),
  }
}

/** What a step may be moved to, by a button or with a reason. */
export const stepMove = z.object({
  status: z.enum(['IN_PROGRESS', 'CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED', 'COMPLETED', 'UNDO'], {
    error: 'problem.status',
  }),
  reason: optionalText(500, 'problem.reason-long'),
  version: z.coerce.number().int().min(1).default(1),
  from: z.enum(['plan', 'overview', 'step']).catch('step'),
})

export const isKeptEditing = (form: { typed: Typed }): boolean => typedText(form, 'keep-editing') !== ''
