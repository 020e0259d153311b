import { workerRoleLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, Link, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LeftCase } from '../queries/without-worker.ts'
import { words } from '../words.ts'

/** Cases whose named worker has left, each with where somebody else is named. */
export function WithoutWorkerPage({ page, cases }: { page: PageContext; cases: readonly LeftCase[] }) {
  const { locale } = page
  const say = words(locale)
  const [person, release, who, since] = [say('load.person'), say('load.release'), say('left.who'), say('left.since')]
  return (
    <Layout page={page} title={say('left.title')}>
      <BackLink href="/caseload">{say('load.title')}</BackLink>
      <PageHead title={say('left.title')} sub={say('left.sub')} />
      {cases.length === 0 ? (
        <Empty title={say('left.empty')} isAnswer>
          <p class="govuk-body">{say('left.empty-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('left.title')}
          isCaptionHidden
          columns={[person, release, who, since].map((text) => ({ text }))}
        >
          {cases.map(({ caseId, personName, releaseOn, workerName, role, leftAt }) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/cases/${caseId}/team`}>
                  {personName}
                </Link>
              </RowHead>
              <Cell label={release}>{releaseOn ? formatDay(locale, releaseOn) : say('load.no-date')}</Cell>
              <Cell label={who}>
                {workerName}
                <small>{workerRoleLabel(locale, role)}</small>
              </Cell>
              <Cell label={since}>{formatDay(locale, dayAt(leftAt))}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
