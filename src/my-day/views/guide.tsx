import { addDays, dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Details, Link, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { newForDays, whatsNew } from '../whats-new.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  agencyKind: string
  isManager: boolean
}

/** What is new in Throughline, and how somebody in this job uses the page. */
export function Guide({ page: { locale, now }, agencyKind, isManager }: Props) {
  const say = words(locale)
  const today = dayAt(now)
  const fresh = whatsNew.filter(({ on }) => on <= today && today < addDays(on, newForDays))
  const job = agencyKind === 'prison' || agencyKind === 'probation' ? agencyKind : 'other'
  return (
    <>
      {fresh.map(({ on, what, href }) => (
        <p class="govuk-body">
          {say('whats-new', { day: formatDay(locale, on, 'long') })} <Link href={href}>{say(`whats-new.${what}`)}</Link>
        </p>
      ))}
      <Details summary={say('guide')}>
        <p class="govuk-body">{say(`guide.${job}`)}</p>
        {isManager && <p class="govuk-body">{say('guide.manager')}</p>}
        <p class="govuk-body">{say('guide.counts')}</p>
        <WayOn href="/help">{say('guide.more')}</WayOn>
      </Details>
    </>
  )
}
