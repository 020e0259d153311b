import { formatDay } from '../../../platform/dates.ts'
import type { Locale } from '../../../platform/words.ts'
import type { Difference, Owner } from '../../reviews/versions.ts'
import { words } from '../../words.ts'
import { ownerText } from '../step-line.tsx'

interface ChangesProps {
  locale: Locale
  calledName: string
  differences: readonly Difference[]
}

/** What changed from one version of the plan to the next, each thing in a sentence. */
export function Changes({ locale, calledName, differences }: ChangesProps) {
  const say = words(locale)
  if (differences.length === 0) return <p class="govuk-body">{say('changes.none')}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {differences.map((each) => (
        <li>{sentence(each, locale, calledName)}</li>
      ))}
    </ul>
  )
}

function sentence(difference: Difference, locale: Locale, calledName: string): string {
  const say = words(locale)
  const { title } = difference
  const day = (on: string | null) => (on ? formatDay(locale, on, 'full') : say('when.none'))
  const owner = ({ isForPerson, ...names }: Owner) =>
    ownerText({ owner: { isForPerson }, ...names }, calledName, locale)
  switch (difference.kind) {
    case 'goal-words':
    case 'step-words':
      return say(`changes.${difference.kind}`, { from: difference.from, title })
    case 'goal-status':
      return say('changes.goal-status', { title, to: say(`goal-status.${difference.to}`) })
    case 'step-status': {
      const to = say(`status.${difference.to}`)
      const { reason } = difference
      return say('changes.step-status', { title, to: reason ? say('status.with-reason', { status: to, reason }) : to })
    }
    case 'step-due':
      return say('changes.step-due', { title, from: day(difference.from), to: day(difference.to) })
    case 'step-owner':
      return say('changes.step-owner', { title, from: owner(difference.from), to: owner(difference.to) })
    default:
      return say(`changes.${difference.kind}`, { title })
  }
}
