import { formatDay } from '../../platform/dates.ts'
import { Cell, Empty, Link, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LapsedPerson } from '../queries.ts'
import { words } from '../words.ts'
import { countsText } from './contact-line.tsx'

/** People in custody who have not heard from the supervisor outside for too long, the longest first. */
export function LapsedPage({
  page,
  people,
  isPrison,
}: {
  page: PageContext
  people: readonly LapsedPerson[]
  isPrison: boolean
}) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('col.person'), say('col.manager'), say('col.quiet'), say('col.counts')] as const
  return (
    <Layout page={page} title={say('lapsed.title')}>
      <PageHead
        title={say('lapsed.title')}
        sub={say(isPrison ? 'lapsed.sub-prison' : 'lapsed.sub-outside')}
        actions={
          isPrison && (
            <Link class="" href="/key-work">
              {say('lapsed.key-work')}
            </Link>
          )
        }
      />
      {people.length === 0 ? (
        <Empty title={say('lapsed.none')}>
          <p class="govuk-body">{say('lapsed.none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('lapsed.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {people.map((person) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/cases/${person.caseId}/supervisor-contacts`}>
                  {person.personName}
                </Link>
                <small>{[person.prisonName, person.wing].filter(Boolean).join(', ')}</small>
              </RowHead>
              <Cell label={heads[1]}>{person.managerName ?? say('col.nobody')}</Cell>
              <Cell label={heads[2]}>
                {say('col.weeks', { weeks: person.quietWeeks })}
                {person.lastOn && <small>{say('line.last', { day: formatDay(locale, person.lastOn) })}</small>}
              </Cell>
              <Cell label={heads[3]}>{countsText(locale, person.counts)}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
