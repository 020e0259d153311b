import { z } from 'zod'
import { isOwnMachine, mayAsk, type OutsideTerms } from '../platform/outside.ts'
import { type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { eventNames } from './event-names.ts'

const list = z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), z.array(z.enum(eventNames)))
const events = list.refine((chosen) => chosen.length > 0, 'events.missing')
const webhook = z.object({ url: text(300, { missing: 'url.missing', long: 'url.long' }), events })

/** Reads an address and a choice of events; the address is one that this server may ask, on this day at least. */
export async function readWebhook(body: unknown, terms: OutsideTerms): Promise<FormState<z.infer<typeof webhook>>> {
  const form = readForm(webhook, body)
  if (!form.valid) return form
  const { url: typed } = form.values
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (!url || url.hash || !mayAsk(url, terms.isDevelopment)) {
    return withProblems(form, { field: 'url', message: 'url.form' })
  }
  const isOpen = isOwnMachine(url, terms.isDevelopment) || (await terms.isPermitted(url.hostname))
  if (!isOpen) return withProblems(form, { field: 'url', message: 'url.closed' })
  return { ...form, values: { ...form.values, url: url.href } }
}

/** Reads a choice of events alone. */
export const readEvents = (body: unknown): FormState<{ events: z.infer<typeof list> }> =>
  readForm(z.object({ events }), body)
