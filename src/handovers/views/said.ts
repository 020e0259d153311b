import { formatAt } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { mustAct } from '../handover-states.ts'
import type { Handover } from '../queries/handovers.ts'
import { words } from '../words.ts'

/** How a handover stands, in a sentence. */
export function stateOf(locale: Locale, { state, fromName: from, toName: to, endReason }: Handover): string {
  const say = words(locale)
  if (state === 'CANCELLED' && endReason === 'DIED') return say('state.DIED')
  if (state === 'CANCELLED' && endReason === 'CASE_CLOSED') return say('state.CASE_CLOSED')
  return say(`state.${state}`, { from, to })
}

/** Who must act now for it to go on; '' once it is over. */
export function whoActs(locale: Locale, { state, fromName: from, toName: to }: Handover, person: string): string {
  const say = words(locale)
  if (mustAct[state] === 'NOBODY') return ''
  return say(`acts.${state}` as 'acts.HELD', { from, to, person })
}

/** Who is responsible, and until when. */
export function whoIsResponsible(locale: Locale, handover: Handover): string {
  const say = words(locale)
  const { state, fromName: from, toName: to, fromAgencyName, toAgencyName, acceptedAt } = handover
  if (state === 'ACCEPTED' && acceptedAt)
    return say('responsible.now', { to, agency: toAgencyName, at: formatAt(locale, acceptedAt) })
  const key = mustAct[state] === 'NOBODY' ? 'responsible.stays' : 'responsible.until'
  return say(key, { from, agency: fromAgencyName })
}
