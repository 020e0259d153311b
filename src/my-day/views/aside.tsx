import { workerRoleLabel } from '../../agencies/index.ts'
import { alertHref, alertText } from '../../alerts/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { initialsOf, Link, Section, TeamList, WayOn } from '../../platform/web/components/index.ts'
import { words } from '../words.ts'
import type { MyDayPageProps } from './my-day-page.tsx'

/** What others did, and who is new. */
export function Aside(props: MyDayPageProps) {
  const { page, day } = props
  const say = words(page.locale)
  return (
    <>
      {(day.waiting > 0 || day.people === 0) && (
        <Section id="h-inbox" title={say('inbox.title')}>
          <p class="govuk-body tl-mt">{say('inbox.waiting', { count: day.waiting })}</p>
          <WayOn href="/referrals">{say('inbox.open')}</WayOn>
        </Section>
      )}
      <News {...props} />
      {day.fresh.length > 0 && <Fresh {...props} />}
    </>
  )
}

function Fresh({ page, day }: MyDayPageProps) {
  const say = words(page.locale)
  return (
    <Section id="h-new" title={say('new.title')}>
      <ul class="tl-list">
        {day.fresh.map(({ caseId, name, role, sinceOn, isAssessed }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/cases/${caseId}`}>
              {name}
            </Link>
            <br />
            {say('new.since', {
              role: workerRoleLabel(page.locale, role ?? ''),
              day: formatDay(page.locale, sinceOn, 'brief'),
            })}{' '}
            {say(isAssessed ? 'new.assessed' : 'new.not-assessed')}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function News({ page: { locale }, news }: MyDayPageProps) {
  const say = words(locale)
  const newest = news[0]
  return (
    <Section id="h-news" title={say('news.title')} more={<Link href="/alerts">{say('news.all')}</Link>}>
      {!newest && <p class="govuk-body tl-mt">{say('news.none')}</p>}
      <TeamList
        members={news.map((alert) => ({
          initials: initialsOf(alert.agencyName),
          kind: alert.agencyKind,
          name: <Link href={alertHref(alert)}>{alertText(locale, alert)}</Link>,
          role: [alert.agencyName, formatAt(locale, alert.madeAt, 'brief')].filter(Boolean).join(', '),
        }))}
      />
      {newest && (
        <form method="post" action="/alerts/seen">
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="upTo" value={newest.madeAt.toISOString()} />
          <input type="hidden" name="back" value="/" />
          <button type="submit" class="tl-linklike">
            {say('news.mark')}
          </button>
        </form>
      )}
    </Section>
  )
}
