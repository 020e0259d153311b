import { z } from 'zod'
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
import type { Step } from './queries/steps.ts'

const pathwayCodes = Object.keys(pathwayIcons)
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ownerPattern = new RegExp(`^(?:person|agency:(${uuid})|worker:(${uuid}):(${uuid}))$`)

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
  owner: z
    .string({ error: 'problem.owner' })
    .regex(ownerPattern, 'problem.owner')
    .transform((typed): StepOwner => {
      const [, agencyId, workersAgencyId, accountId] = ownerPattern.exec(typed)!
      const isForPerson = typed === 'person'
      return { isForPerson, agencyId: agencyId ?? workersAgencyId ?? null, accountId: accountId ?? null }
    }),
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
