import { type Day, dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { type GlyphName, Status } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, locales } from '../../platform/words.ts'
import type { Referral } from '../queries/referrals.ts'
import { declineReasons, endReasons, withdrawReasons } from '../reasons.ts'
import type { ReferralState } from '../referral-states.ts'
import { words } from '../words.ts'

const glyphs: Record<ReferralState, GlyphName> = {
  SENT: 'clock',
  RECEIVED: 'clock',
  ACCEPTED: 'ok',
  STARTED: 'prog',
  COMPLETED: 'done',
  DECLINED: 'decl',
  ENDED_EARLY: 'cross',
  WITHDRAWN: 'notreq',
  EXPIRED: 'tight',
}

/** What a state is called: "Waiting for an answer". */
export const stateLabel = (locale: Locale, state: ReferralState): string => words(locale)(`state.${state}`)

/** A state with its shape, and where it counts its day: "Said no, Thu 19 Nov". */
export function ReferralStatus({ page, referral }: { page: PageContext; referral: Referral }) {
  const { locale } = page
  const say = words(locale)
  const { status, sentAt, chasedCount } = referral
  const at = atOf(referral)
  if ((status === 'SENT' || status === 'RECEIVED') && chasedCount > 0) {
    const days = daysBetween(dayAt(sentAt), dayAt(page.now))
    return <Status glyph="tight">{say('state.no-answer', { days })}</Status>
  }
  return (
    <Status glyph={glyphs[status]}>
      {say('state.on', { state: stateLabel(locale, status), day: formatDay(locale, dayAt(at), 'brief') })}
    </Status>
  )
}

/** A state alone, for a list. */
export function StateOnly({ locale, state }: { locale: Locale; state: ReferralState }) {
  return <Status glyph={glyphs[state]}>{stateLabel(locale, state)}</Status>
}

/** Why it was declined or ended, in one line; or how often it was chased and when it expires. '' where there is nothing to say. */
export function reasonOf({ locale }: PageContext, referral: Referral): string {
  const say = words(locale)
  const { status, chasedCount, expiresAt } = referral
  if (status === 'DECLINED')
    return lineOf(locale, (each) => declineLabel(each, referral.declineReason), referral.declineWords)
  if (status === 'WITHDRAWN' || status === 'ENDED_EARLY')
    return lineOf(locale, (each) => endLabel(each, referral.endReason), referral.endWords)
  if (status !== 'SENT' && status !== 'RECEIVED') return ''
  return say('state.waits', { count: chasedCount, day: formatAt(locale, expiresAt, 'brief') })
}

/** The reason and what was written beside it, which is often the reason once more, in the writer's language. */
function lineOf(locale: Locale, labelIn: (locale: Locale) => string, said: string): string {
  const label = labelIn(locale)
  const plain = (text: string) => text.trim().replace(/\.$/, '').toLowerCase()
  if (locales.some((each) => plain(labelIn(each)) === plain(said))) return label
  const beginsSo = label !== '' && plain(said).startsWith(`${plain(label)} `)
  return beginsSo ? said : [label, said].filter(Boolean).join('. ')
}

/** When an answer is of use: before the day on which it is needed, where that comes before it expires. */
export function answerByOf(
  { locale, now }: PageContext,
  { expiresAt, neededByOn }: { expiresAt: Date; neededByOn: Day | null },
): string {
  const isNeededFirst = neededByOn !== null && neededByOn >= dayAt(now) && neededByOn < dayAt(expiresAt)
  return isNeededFirst ? formatDay(locale, neededByOn, 'long') : formatAt(locale, expiresAt, 'long')
}

/** A reason of a no; what was kept in other words stays as it is. */
export function declineLabel(locale: Locale, reason: string | null): string {
  const known = declineReasons.find((each) => each === reason)
  return known ? words(locale)(`decline.${known}`) : (reason ?? '')
}

export function endLabel(locale: Locale, reason: string | null): string {
  const end = endReasons.find((each) => each === reason)
  const withdrawn = withdrawReasons.find((each) => each === reason)
  if (withdrawn) return words(locale)(`withdraw.${withdrawn}`)
  return end ? words(locale)(`end.${end}`) : (reason ?? '')
}

function atOf(referral: Referral): Date {
  const { endedAt, startedAt, declinedAt, acceptedAt, expiredAt, receivedAt, sentAt } = referral
  return endedAt ?? startedAt ?? declinedAt ?? expiredAt ?? acceptedAt ?? receivedAt ?? sentAt
}
