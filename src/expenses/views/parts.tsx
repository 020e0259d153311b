import { formatDay, formatNumber } from '../../platform/dates.ts'
import { NotificationBanner, problemOf, StatusTag } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import type { ClaimState } from '../kinds.ts'
import type { Claim } from '../queries/claims.ts'
import { words } from '../words.ts'

export type Form = Pick<FormState<unknown>, 'typed' | 'problems'>
export const doneKinds = ['claimed', 'saved', 'decided', 'paid', 'withdrawn'] as const
export type Done = (typeof doneKinds)[number]

export function DoneBanner({ locale, done }: { locale: Locale; done: Done | undefined }) {
  if (!done) return null
  return (
    <NotificationBanner isSuccess>
      <p class="govuk-notification-banner__heading">{words(locale)(`done.${done}`)}</p>
    </NotificationBanner>
  )
}

export function fieldsOf(locale: Locale, form: Form) {
  const say = words(locale)
  return (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
}

const tones = { WAITING: 'accent', APPROVED: 'good', DECLINED: 'bad', IN_BATCH: 'good', PAID: 'good', WITHDRAWN: undefined } as const // biome-ignore format: one line

export const ClaimTag = ({ locale, state }: { locale: Locale; state: ClaimState }) => (
  <StatusTag tone={tones[state]}>{words(locale)(`state.${state}`)}</StatusTag>
)

/** What was claimed, in one line: the journey and how far, or what the receipt was for. */
export function claimText(locale: Locale, { journey, what }: Claim): string {
  const say = words(locale)
  if (!journey) return what ? say(`what.${what}`) : ''
  const { fromPlace: from, toPlace: to, unit, isReturn } = journey
  const distance = say(`units.${unit}`, { count: formatNumber(locale, journey.distanceInTenths / 10) })
  return say(isReturn ? 'journey.text-return' : 'journey.text', { from, to, distance })
}

export const claimDay = (locale: Locale, { spentOn }: Claim): string => formatDay(locale, spentOn)
