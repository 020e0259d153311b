import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, Details, problemOf, Radios } from '../../platform/web/components/index.ts'
import { blankForm, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { consentWays, type Share, shares } from '../kinds.ts'
import { words } from '../words.ts'
import type { MemberProps } from './member-part.tsx'

/** What the person lets somebody see: more or less than at first, with their yes. */
export function SharesForm({ page, frame, member, unsent }: MemberProps) {
  const say = words(page.locale)
  const isUnsent = unsent.at === member.id && 'sharesConsent' in unsent.form.typed
  const form = unsent.at === member.id ? unsent.form : blankForm
  const error = problemOf(form.problems, 'sharesConsent', say)
  const name = frame.calledName
  const idOf = (field: string) => (error ? field : `${field}-${member.id}`)
  return (
    <Details summary={say('shares.change')} isOpen={Boolean(error)}>
      <form method="post" action={`/cases/${frame.caseId}/family/${member.id}/shares`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Checkboxes
          name="shares"
          idPrefix={`shares-${member.id}`}
          legend={say('new.shares', { name })}
          hint={say('new.shares-hint')}
          values={isUnsent || error ? typedList(form, 'shares') : member.shares}
          items={shares.map((value) => ({ value, text: say(`share.${value}`) }))}
        />
        <Radios
          name="sharesConsent"
          idPrefix={idOf('sharesConsent')}
          legend={say('new.consent', { name })}
          value={typedText(form, 'sharesConsent')}
          error={error}
          items={consentWays.map((value) => ({ value, text: say(`consent.${value}`) }))}
        />
        <Button kind="secondary">{say('shares.save')}</Button>
      </form>
    </Details>
  )
}

/** Each change of what is shared, and who made it. */
export function SharesHistory({ page, frame, member }: MemberProps) {
  const say = words(page.locale)
  if (member.changes.length === 0) return null
  return (
    <Details summary={say('shares.history')}>
      <ul class="govuk-list govuk-list--bullet">
        {member.changes.map(({ was, shares: now, at, by }) => (
          <li>
            {formatAt(page.locale, new Date(at))}, {by ?? say('shares.own-door', { name: frame.calledName })}:{' '}
            {sharesDifference(page.locale, was, now)}
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** "Added: The release date. Taken away: The plan: finding a home." */
export function sharesDifference(locale: Locale, was: readonly Share[], now: readonly Share[]): string {
  const say = words(locale)
  const list = (of: readonly Share[]) => of.map((share) => say(`share.${share}`)).join(', ')
  const [added, gone] = [now.filter((share) => !was.includes(share)), was.filter((share) => !now.includes(share))]
  return [
    added.length > 0 && say('shares.added', { what: list(added) }),
    gone.length > 0 && say('shares.gone', { what: list(gone) }),
    added.length + gone.length === 0 && say('shares.same'),
  ]
    .filter(Boolean)
    .join(' ')
}
