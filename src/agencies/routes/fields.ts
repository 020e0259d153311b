import { z } from 'zod'
import { optionalText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

/** The version that a form was drawn from; one that is no number is of no version, so the form meets a conflict. */
export const version = z.coerce.number().int().min(0).catch(0)

export const workEmail = optionalText(254, 'too-long').refine(
  (typed) => typed === '' || z.email().safeParse(typed).success,
  'email.form',
)

/** As people write them: digits, spaces, +, brackets, dots, hyphens, and an extension. */
export const phoneNumber = optionalText(40, 'too-long').refine(
  (typed) => typed === '' || /^[+(]?\d[\d ().+/-]*( ?(ext|int|x)\.? ?\d+)?$/i.test(typed),
  'phone.form',
)

const said = { added: 'done.added', changed: 'done.changed', closed: 'done.closed' } as const

/** What has just been done, in words, by the page's `?done=`. */
export function doneSaid({ locale }: PageContext, done: string | undefined): string | undefined {
  return done && Object.hasOwn(said, done) ? words(locale)(said[done as keyof typeof said]) : undefined
}
