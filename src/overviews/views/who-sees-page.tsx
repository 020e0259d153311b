import { partLabel } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, Cell, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { PartSeenBy } from '../queries/overview.ts'
import { words } from '../words.ts'

/** Which agencies see which parts of the case, and until when. */
export function WhoSeesPage(props: { page: PageContext; frame: CaseFrame; seenBy: readonly PartSeenBy[] }) {
  const { page, frame, seenBy } = props
  const { locale } = page
  const say = words(locale)
  const list = new Intl.ListFormat(locale)
  const named = (parts: string[]) =>
    parts.length > 0 ? list.format(parts.map((part) => partLabel(locale, part))) : say('sees.nothing')
  const [agency, reads, writes, until] = [say('sees.agency'), say('sees.reads'), say('sees.writes'), say('sees.until')]
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={say('sees.title')}>
      <BackLink href={`/cases/${frame.caseId}`}>{frame.shownName}</BackLink>
      <PageHead title={say('sees.title')} sub={say('sees.page-sub', { name: frame.calledName })} />
      <Table
        caption={say('sees.title')}
        isCaptionHidden
        columns={[{ text: agency }, { text: reads }, { text: writes }, { text: until }]}
      >
        {seenBy.map((each) => (
          <Row>
            <RowHead>{each.agencyName}</RowHead>
            <Cell label={reads}>{named(Object.keys(each.parts))}</Cell>
            <Cell label={writes}>{named(Object.keys(each.parts).filter((part) => each.parts[part]))}</Cell>
            <Cell label={until}>{each.until ? formatDay(locale, each.until, 'full') : say('sees.open-ended')}</Cell>
          </Row>
        ))}
      </Table>
    </CaseLayout>
  )
}
