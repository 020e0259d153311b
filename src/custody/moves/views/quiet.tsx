import { type Day, daysBetween } from '../../../platform/calendar-day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { Cell, Empty, Link, PageHead, Row, RowHead, Table } from '../../../platform/web/components/index.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { QuietCase } from '../../queries/quiet.ts'
import { words } from '../words.ts'

export interface QuietProps {
  page: PageContext
  today: Day
  weeks: number
  cases: readonly QuietCase[]
}

/** Cases of the prison on which nobody has worked for a while, long before the last weeks. */
export function QuietPage({ page, today, weeks, cases }: QuietProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('mine.person'), say('quiet.last'), say('quiet.days'), say('quiet.leaves'), say('quiet.worker')]
  return (
    <Layout page={page} title={say('quiet.title')}>
      <PageHead title={say('quiet.title')} sub={say('quiet.sub', { weeks })} />
      {cases.length === 0 ? (
        <Empty title={say('quiet.none')} />
      ) : (
        <Table caption={say('quiet.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {cases.map(({ caseId, name, wing, activeOn, releaseOn, keyWorkerName }) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/cases/${caseId}`}>
                  {name}
                </Link>
                <small>{wing}</small>
              </RowHead>
              <Cell label={heads[1]!}>{formatDay(locale, activeOn, 'full')}</Cell>
              <Cell label={heads[2]!} class="tl-num">
                {daysBetween(activeOn, today)}
              </Cell>
              <Cell label={heads[3]!}>{releaseOn ? formatDay(locale, releaseOn, 'full') : say('quiet.no-date')}</Cell>
              <Cell label={heads[4]!}>{keyWorkerName ?? say('quiet.nobody')}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
