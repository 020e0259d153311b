import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Empty, Link } from '../../platform/web/components/index.ts'
import { hrefOf, isFiltered, withoutFilters } from '../filters.ts'
import { words } from '../words.ts'
import type { ReleaseListProps } from './props.ts'

/** Nobody: why, who is meant perhaps, and the way out. */
export function Nobody({ page: { locale, now }, filter, suggestions }: ReleaseListProps) {
  const say = words(locale)
  if (!isFiltered(filter)) {
    return (
      <Empty title={say('empty.nobody')}>
        <p class="govuk-body">{say('empty.nobody-text')}</p>
      </Empty>
    )
  }
  const leaves = (day: string | null) =>
    day && day >= dayAt(now) ? `, ${say('empty.leaves', { day: formatDay(locale, day, 'full') })}` : ''
  return (
    <Empty title={filter.words ? say('empty.named', { words: filter.words }) : say('empty.title')} isAnswer>
      {suggestions.length > 0 && (
        <>
          <p class="govuk-body">{say('empty.maybe')}</p>
          <ul class="govuk-list">
            {suggestions.map(({ caseId, name, prisonNumber, releaseOn }) => (
              <li>
                <Link href={`/cases/${caseId}`}>{[name, prisonNumber].filter(Boolean).join(', ')}</Link>
                {leaves(releaseOn)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <Link href={hrefOf(filter, { ...withoutFilters, view: 'all' })}>{say('empty.clear')}</Link>. {say('empty.text')}
      </p>
    </Empty>
  )
}
