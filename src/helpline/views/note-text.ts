import type { Locale } from '../../platform/words.ts'
import type { CallForm } from '../call-form.ts'
import { words } from '../words.ts'

/** A call as the note that is kept of it: what was heard, what was done, what was agreed. */
export function noteText(locale: Locale, form: CallForm): string {
  const say = words(locale)
  const lines = [
    say('note.title'),
    `${say('call.feeling')}: ${say(`feeling.${form.feeling}`)}`,
    form.words,
    `${say('call.risk')}: ${say(`risk.${form.risk}`)}`,
    form.did.map((deed) => say(`did.${deed}`)).join('; '),
    form.passedTo.join(', '),
    form.agreed && `${say('call.agreed')}: ${form.agreed}`,
  ]
  return lines.filter(Boolean).join('\n')
}
