import { SettingsFrame } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { Cell, Empty, Link, Pager, Row, RowHead, StatusTag, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'
import { LastDay, StateTag } from './parts.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencyId: string
  rows: readonly SubjectRequest[]
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** Who asked for a copy: what is open first, the oldest on top. */
export function ListPage({ page, may, agencyId, rows, number, hasMore }: Props) {
  const { locale, now } = page
  const say = words(locale)
  const heads = {
    received: say('list.received'),
    due: say('list.due'),
    state: say('list.state'),
    waits: say('list.waits'),
  }
  return (
    <SettingsFrame page={page} may={may} title={say('list.title')} sub={say('list.sub')}>
      {rows.length === 0 ? (
        <Empty title={say('list.none')}>
          <p class="govuk-body">{say('list.none-text')}</p>
        </Empty>
      ) : (
        <>
          <Table
            caption={say('list.title')}
            isCaptionHidden
            columns={[say('list.person'), ...Object.values(heads)].map((text) => ({ text }))}
          >
            {rows.map((request) => (
              <Row>
                <RowHead>
                  <Link href={`/subject-access/${request.id}`}>{request.personName}</Link>
                  {request.handlingAgencyId !== agencyId && (
                    <small>{say('list.handled-by', { agency: request.handlingAgency })}</small>
                  )}
                </RowHead>
                <Cell label={heads.received}>{formatDay(locale, request.receivedOn)}</Cell>
                <Cell label={heads.due}>
                  <LastDay locale={locale} request={request} now={now} />
                </Cell>
                <Cell label={heads.state}>
                  <StateTag locale={locale} request={request} />
                </Cell>
                <Cell label={heads.waits}>
                  {request.toDecideCount > 0 && <StatusTag tone="warn">{say('list.decide')}</StatusTag>}{' '}
                  {request.toCheckCount > 0 && <StatusTag tone="warn">{say('list.check')}</StatusTag>}
                </Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('list.shown', { count: rows.length })}
            previous={number > 1 ? { href: `/subject-access?page=${number - 1}`, text: say('list.newer') } : undefined}
            next={hasMore ? { href: `/subject-access?page=${number + 1}`, text: say('list.older') } : undefined}
          />
        </>
      )}
    </SettingsFrame>
  )
}
