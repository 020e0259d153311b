import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, PageHead, PrintButton, Row, RowHead, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { DueFilter, DuePerson } from '../queries/due.ts'
import { words } from '../words.ts'
import { dueHref, dueText, placeOf } from './due-page.tsx'
import { lineOf } from './person-page.tsx'

export interface PackPageProps {
  page: PageContext
  filter: DueFilter
  people: readonly (DuePerson & { code: string })[]
}

/** Paper for the wing: who is due, what was said last, and room to write. */
export function PackPage({ page, filter, people }: PackPageProps) {
  const { locale, now } = page
  const say = words(locale)
  const today = dayAt(now)
  const where = filter.wing ? say('due.wing-name', { wing: filter.wing }) : say('due.all-wings')
  const heads = [say('col.person'), say('col.code'), say('col.due'), say('col.last-line'), say('col.write')] as const
  return (
    <Layout page={page} title={say('pack.title')} print="wide">
      <BackLink href={dueHref(filter, {})}>{say('due.title')}</BackLink>
      <PageHead
        title={say('pack.title')}
        sub={`${where}. ${say(`when.${filter.when}`)}. ${say('pack.sub')}`}
        actions={<PrintButton>{say('pack.print')}</PrintButton>}
      />
      {people.length === 0 ? (
        <Empty title={say('due.none')} />
      ) : (
        <Table caption={say('pack.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {people.map((person) => (
            <Row>
              <RowHead>
                {person.name}
                <small>
                  {placeOf(person)} {person.prisonNumber}
                </small>
              </RowHead>
              <Cell label={heads[1]} class="tl-num">
                {person.code}
              </Cell>
              <Cell label={heads[2]}>{dueText(locale, person.dueOn, today)}</Cell>
              <Cell label={heads[3]}>
                {person.lastLine ? lineOf(person.lastLine) : say('col.nothing')}
                {person.lastOn && <small>{formatDay(locale, person.lastOn)}</small>}
              </Cell>
              <Cell label={heads[4]} class="tl-room">
                {' '}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
