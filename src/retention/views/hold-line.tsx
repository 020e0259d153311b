import { formatAt, formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { LegalHold } from '../queries/holds.ts'
import { words } from '../words.ts'

/** What a hold says: for whom, since when, why and by whom. */
export function HoldLine({ locale, hold }: { locale: Locale; hold: LegalHold }) {
  const say = words(locale)
  const from = formatDay(locale, hold.fromOn, 'full')
  const until = hold.untilOn ? formatDay(locale, hold.untilOn, 'full') : ''
  return (
    <>
      <p class="govuk-body">{say('hold.line', { asker: hold.askedBy, from, until })}</p>
      <p class="govuk-body tl-kept">{hold.reason}</p>
      <p class="govuk-body tl-quiet">
        {say('hold.by', { name: hold.madeBy, agency: hold.agency, at: formatAt(locale, hold.madeAt) })}
      </p>
      {hold.liftedAt && (
        <p class="govuk-body">
          {say('hold.lifted', { at: formatAt(locale, hold.liftedAt), because: hold.liftedBecause })}
        </p>
      )}
    </>
  )
}
