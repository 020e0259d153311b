import { formatDay } from '../../platform/dates.ts'
import { Empty, Link, PageHead, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Missed, Share } from '../queries/first-days.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  missed: readonly Missed[]
  shares: readonly Share[]
  expected: readonly number[]
}

/** Who was not heard from in the first fortnight, and how often people are. */
export function MissedPage({ page, missed, shares, expected }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('missed.title')}>
      <PageHead title={say('missed.title')} sub={say('missed.sub', { days: expected.join(', ') })} />
      {missed.length === 0 ? (
        <Empty title={say('missed.none')}>
          <p class="govuk-body">{say('missed.none-text')}</p>
        </Empty>
      ) : (
        <ul class="tl-list">
          {missed.map(({ caseId, name, releasedOn, days }) => (
            <li>
              <Link class="tl-link tl-link--strong" href={`/cases/${caseId}/first-days`}>
                {name}
              </Link>
              <br />
              {say('missed.line', { day: formatDay(page.locale, releasedOn), days: days.join(', ') })}
            </li>
          ))}
        </ul>
      )}
      <Section id="h-share" title={say('share.title')}>
        {shares.length === 0 && <p class="govuk-body">{say('share.none')}</p>}
        <ul class="govuk-list">
          {shares.map(({ dayNumber, people, heard }) => (
            <li>
              {say('share.line', { number: dayNumber, heard, people, share: Math.round((heard / people) * 100) })}
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}
