import { z } from 'zod'
import { type FormState, optionalText, readForm, type Typed } from '../platform/web/form.ts'
import type { KeptChoice, ReminderChoice } from './queries/choices.ts'
import { hoursBefore, reminderWays } from './ways.ts'

const phone = /^\+?\d{7,15}$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

const form = z
  .object({
    way: z.enum(reminderWays, { error: 'problem.way' }),
    phone: optionalText(40, 'problem.phone').transform((typed) => typed.replace(/[\s().-]/g, '')),
    email: optionalText(254, 'problem.email'),
    locale: z.enum(['en', 'it', 'nl'], { error: 'problem.locale' }),
    hoursBefore: z.coerce
      .number({ error: 'problem.hours' })
      .refine((hours) => (hoursBefore as readonly number[]).includes(hours), 'problem.hours'),
    namesAgency: z.enum(['yes', 'no'], { error: 'problem.names-agency' }),
    version: z.coerce.number().int().min(0).default(0),
  })
  .check(({ value, issues }) => {
    const { way, phone: number, email: address } = value
    const wrong = (path: string, message: string) =>
      issues.push({ code: 'custom', path: [path], message, input: value })
    if (way === 'TEXT' && !phone.test(number)) wrong('phone', 'problem.phone')
    if (way === 'EMAIL' && !email.test(address)) wrong('email', 'problem.email')
  })
  .transform(({ phone: number, email: address, namesAgency, version, ...rest }) => ({
    version,
    choice: {
      ...rest,
      to: { TEXT: number, EMAIL: address }[rest.way as 'TEXT'] ?? '',
      namesAgency: namesAgency === 'yes',
    },
  }))

export const readChoice = (body: unknown): FormState<{ version: number; choice: ReminderChoice }> =>
  readForm(form, body)

/** A kept choice as if it had been typed. */
export function typedChoice({ way, to, locale, hoursBefore: hours, namesAgency, version }: KeptChoice): Typed {
  return {
    ...{ way, locale, hoursBefore: String(hours), namesAgency: namesAgency ? 'yes' : 'no', version: String(version) },
    ...(way === 'TEXT' && { phone: to }),
    ...(way === 'EMAIL' && { email: to }),
  }
}
