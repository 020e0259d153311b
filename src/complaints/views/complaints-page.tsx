import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { Cell, Empty, Link, Pager, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Complaint } from '../queries.ts'
import { words } from '../words.ts'
import { StateTag } from './state-tag.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  rows: readonly Complaint[]
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** What people complain about, what waits first. */
export function ComplaintsPage({ page, may, rows, number, hasMore }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('f.agency'), say('f.made'), say('f.state')]
  return (
    <SettingsFrame page={page} may={may} title={say('title')} sub={say('sub')}>
      {rows.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <Table caption={say('title')} isCaptionHidden columns={[say('f.person'), ...heads].map((text) => ({ text }))}>
            {rows.map((complaint) => (
              <Row>
                <RowHead>
                  <Link href={`/complaints/${complaint.id}`}>{complaint.givenAs}</Link>
                </RowHead>
                <Cell label={heads[0]}>{complaint.agency}</Cell>
                <Cell label={heads[1]}>{formatAt(locale, complaint.madeAt)}</Cell>
                <Cell label={heads[2]}>
                  <StateTag page={page} complaint={complaint} />
                </Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('shown', { count: rows.length })}
            previous={number > 1 ? { href: `/complaints?page=${number - 1}`, text: say('newer') } : undefined}
            next={hasMore ? { href: `/complaints?page=${number + 1}`, text: say('older') } : undefined}
          />
        </>
      )}
    </SettingsFrame>
  )
}
