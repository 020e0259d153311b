import { formatAt, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  Link,
  NotificationBanner,
  PageHead,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { exportKinds } from '../export-kinds.ts'
import type { ExportRequest } from '../queries.ts'
import { mostTakings } from '../takings.ts'
import { words } from '../words.ts'

export interface RequestsProps {
  page: PageContext
  rows: readonly ExportRequest[]
  /** The account of the reader: one's own is withdrawn and downloaded, others' are decided. */
  readerId: string
  mayDecide: boolean
  done?: string | undefined
}

/** What was asked for: the reader's own, and what waits for them. */
export function RequestsPage(props: RequestsProps) {
  const { page, rows, done } = props
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.file'), say('c.people'), say('c.filter'), say('c.who'), say('c.reason'), say('c.state')]
  return (
    <Layout page={page} title={say('title')}>
      {done && <NotificationBanner isSuccess text={done} />}
      <PageHead title={say('title')} sub={say('sub')} />
      {rows.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {rows.map((asked) => (
            <Row>
              <RowHead>{say(kindOf(asked))}</RowHead>
              <Cell label={say('c.people')}>{formatNumber(locale, asked.peopleCount)}</Cell>
              <Cell label={say('c.filter')}>
                <Filter page={page} asked={asked} isOwn={asked.askedBy === props.readerId} />
              </Cell>
              <Cell label={say('c.who')}>
                {say('who', { name: asked.askedByName, at: formatAt(locale, asked.askedAt, 'brief') })}
              </Cell>
              <Cell label={say('c.reason')}>{asked.reason}</Cell>
              <Cell label={say('c.state')}>
                {say(`state.${asked.state}`)} {asked.decidedByName && say('by', { name: asked.decidedByName })}
                <Actions {...props} asked={asked} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}

const kindOf = ({ kind }: ExportRequest) => `kind.${exportKinds.find((each) => each === kind) ?? 'other'}` as const

/**
 * The list as its reader sees it. Which name was searched for is told to nobody else, since they may not know the person; nor
 * what an auditor searches for.
 */
function Filter({ page, asked, isOwn }: { page: PageContext; asked: ExportRequest; isOwn: boolean }) {
  const say = words(page.locale)
  const query = new URLSearchParams(asked.query)
  if (asked.kind === 'audit' && !isOwn) return <>{say('filter.audit')}</>
  if (asked.kind === 'imports') {
    return <Link href={`/imports/${encodeURIComponent(query.get('batch') ?? '')}`}>{say('filter.import')}</Link>
  }
  if (asked.kind === 'contracts')
    return <Link href={`/contracts/claims/${encodeURIComponent(query.get('claim') ?? '')}`}>{say('filter.look')}</Link>
  const isHidden = query.has('q') && !isOwn
  if (isHidden) query.delete('q')
  return (
    <>
      <Link href={`/${asked.kind}?${query}`}>{say('filter.look')}</Link> {isHidden && say('filter.name')}
    </>
  )
}

function Actions({ page, readerId, mayDecide, asked }: RequestsProps & { asked: ExportRequest }) {
  const say = words(page.locale)
  const { id, kind, state, askedByName, takenCount } = asked
  const isOwn = asked.askedBy === readerId
  const of = say('of', { name: askedByName })
  return (
    <>
      {isOwn && state === 'APPROVED' && (
        <form method="post" action={`/${kind}/exports/${id}/file`}>
          <p class="govuk-body">{say('left', { count: mostTakings - takenCount })}</p>
          <Send text={say('download')} of={of} />
        </form>
      )}
      {isOwn && (state === 'WAITING' || state === 'APPROVED') && (
        <form method="post" action={`/exports/${id}/withdrawal`}>
          <input type="hidden" name="formId" value={newId()} />
          <Send text={say('withdraw')} of={of} />
        </form>
      )}
      {!isOwn && mayDecide && state === 'WAITING' && (
        <>
          <form method="post" action={`/exports/${id}/approval`}>
            <input type="hidden" name="formId" value={newId()} />
            <Send text={say('approve')} of={of} />
          </form>
          <form method="post" action={`/exports/${id}/refusal`}>
            <input type="hidden" name="formId" value={newId()} />
            <Send text={say('decline')} of={of} />
          </form>
        </>
      )}
    </>
  )
}

function Send({ text, of }: { text: string; of: string }) {
  return (
    <Button kind="secondary">
      {text}
      <span class="govuk-visually-hidden"> {of}</span>
    </Button>
  )
}
