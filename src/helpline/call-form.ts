import { z } from 'zod'
import { readTime } from '../platform/web/day-field.ts'
import { optionalText, type Problem } from '../platform/web/form.ts'
import { type CallBackWhen, callBackDue } from './call-clock.ts'
import { deeds, feelings, risks } from './call-codes.ts'
import type { KnownCaller } from './queries/callers.ts'

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => [typed ?? []].flat().slice(0, 20))

export const whens = ['NO', '15', '30', '60', '120', 'AT'] as const

/** The one page of a call, as it is sent. `who` is a case, `NAMED` or `ANONYMOUS`. */
export const callForm = z.object({
  who: z.union([z.uuid(), z.enum(['NAMED', 'ANONYMOUS'])], { error: 'call.who-missing' }),
  callerName: optionalText(40, 'call.name-long'),
  feeling: z.enum(feelings, { error: 'call.feeling-missing' }),
  words: optionalText(4000, 'call.words-long'),
  risk: z.enum(risks, { error: 'call.risk-missing' }),
  did: several.transform((codes) => deeds.filter((deed) => codes.includes(deed))),
  passedTo: several.transform((names) => names.map((name) => name.slice(0, 80))),
  agreed: optionalText(2000, 'call.agreed-long'),
  when: z.enum(whens, { error: 'call.when-missing' }),
  at: optionalText(10, 'call.at-wrong'),
  phone: optionalText(40, 'call.phone-long'),
  backWords: optionalText(200, 'call.back-words-long'),
  toAccountId: z.union([z.uuid(), z.literal('')]).default(''),
  handWords: optionalText(1000, 'call.hand-words-long'),
  isAgreed: z.literal('yes').optional(),
})
export type CallForm = z.infer<typeof callForm>

/** When to call back, if at all. @returns undefined for a time that is none. */
export function dueOf(now: Date, { when, at }: Pick<CallForm, 'when' | 'at'>): Date | null | undefined {
  if (when === 'NO') return null
  const time = readTime(at)
  if (when === 'AT' && !time) return undefined
  const chosen: CallBackWhen = when === 'AT' ? { at: time! } : { inMinutes: Number(when) }
  return callBackDue(now, chosen)
}

/** What a call that is written up must say, beyond what each field says alone. */
export function problemsOfCall(now: Date, form: CallForm, known: KnownCaller | undefined): Problem[] {
  const problems: Problem[] = []
  const add = (isWrong: boolean, field: string, message: string) => isWrong && problems.push({ field, message })
  const isInRecord = form.who !== 'NAMED' && form.who !== 'ANONYMOUS'
  const worker = known?.workers.find(({ accountId }) => accountId === form.toAccountId)
  const due = dueOf(now, form)
  add(isInRecord && !known, 'who', 'call.who-gone')
  add(form.who === 'NAMED' && !form.callerName, 'callerName', 'call.name-missing')
  add((form.risk === 'NOW' || form.risk === 'CONCERN') && form.did.length === 0, 'did', 'call.did-missing')
  add(due === undefined, 'at', 'call.at-wrong')
  add(form.when !== 'NO' && !form.phone, 'phone', 'call.phone-missing')
  add(Boolean(form.toAccountId) && !worker, 'toAccountId', 'call.worker-gone')
  add(Boolean(form.toAccountId) && !form.handWords, 'handWords', 'call.hand-words-missing')
  add(Boolean(form.handWords) && !form.toAccountId, 'toAccountId', 'call.worker-missing')
  add(Boolean(worker) && !worker!.isOurs && !form.isAgreed, 'isAgreed', 'call.yes-missing')
  return problems
}
