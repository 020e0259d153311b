import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { noteParts } from '../../contacts/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Empty,
  Link,
  NotificationBanner,
  PageHead,
  Pager,
  Row,
  RowHead,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { languageTags } from '../../platform/words.ts'
import type { Document } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  documents: readonly Document[]
  hasMore: boolean
  before: string | undefined
  done: string | undefined
  userId: string
}

/** Every document of the case that the reader may see, the newest first. */
export function DocumentsPage({ page, frame, documents, hasMore, before, done, userId }: Props) {
  const say = words(page.locale)
  const { caseId, calledName: name } = frame
  const mayAdd = noteParts.some((part) => mayWrite(frame, part))
  const said = done === 'added' || done === 'withdrawn' ? say(`done-${done}`) : undefined
  return (
    <CaseLayout page={page} frame={frame} current="documents" title={say('page')}>
      {said && <NotificationBanner isSuccess text={said} />}
      <PageHead
        title={say('page')}
        sub={say('sub', { name })}
        actions={mayAdd && <Button href={`/cases/${caseId}/documents/new`}>{say('add')}</Button>}
      />
      {documents.length === 0 ? (
        <Empty title={say('empty')}>
          <p>{say('empty-text', { name })}</p>
        </Empty>
      ) : (
        <Table
          caption={say('page')}
          isCaptionHidden
          columns={[{ text: say('title') }, { text: say('part-of') }, { text: say('added') }, { text: say('open') }]}
        >
          {documents.map((document) => (
            <Line {...{ page, frame, document, isOwn: document.addedById === userId }} />
          ))}
        </Table>
      )}
      {(hasMore || before) && (
        <Pager
          shown={say('shown', { count: documents.length })}
          previous={before ? { href: `/cases/${caseId}/documents`, text: say('newest') } : undefined}
          next={
            hasMore
              ? { href: `/cases/${caseId}/documents?before=${documents.at(-1)!.id}`, text: say('older') }
              : undefined
          }
        />
      )}
    </CaseLayout>
  )
}

interface LineProps {
  page: PageContext
  frame: CaseFrame
  document: Document
  isOwn: boolean
}

function Line({ page: { locale }, frame, document, isOwn }: LineProps) {
  const say = words(locale)
  const { id, title, part, addedBy, agencyName, addedAt, state, withdrawnReason, kind, sizeInBytes } = document
  const hidden = <span class="govuk-visually-hidden">{` ${title}`}</span>
  return (
    <Row>
      <RowHead>
        {title}{' '}
        {state !== 'READY' && (
          <StatusTag tone={state === 'REFUSED' ? 'bad' : undefined}>{say(`state.${state}`)}</StatusTag>
        )}
        {withdrawnReason && <p class="govuk-body-s">{withdrawnReason}</p>}
      </RowHead>
      <Cell label={say('part-of')}>{say(`part.${part as 'notes'}`, { name: frame.calledName })}</Cell>
      <Cell label={say('added')}>
        {say('by', { name: addedBy, agency: agencyName })}
        <br />
        {formatAt(locale, addedAt, 'brief')}
      </Cell>
      <Cell label={say('open')}>
        {state === 'READY' && (
          <>
            <Link class="tl-link" href={`/documents/${id}/file`}>
              {say('open')}
              {hidden}
            </Link>{' '}
            <span class="govuk-hint">
              {say('open-kind', { kind: say(`kind.${kind}`), size: sizeOf(locale, sizeInBytes) })}
            </span>
          </>
        )}
        {isOwn && (state === 'READY' || state === 'QUARANTINE') && (
          <>
            {' '}
            <Link class="tl-link" href={`/documents/${id}/withdraw`}>
              {say('withdraw')}
              {hidden}
            </Link>
          </>
        )}
      </Cell>
    </Row>
  )
}

/** `240 kB`, `1.2 MB`, as the language writes numbers. */
function sizeOf(locale: PageContext['locale'], bytes: number): string {
  const isLarge = bytes >= 1_000_000
  const unit = {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  } as const
  return new Intl.NumberFormat(languageTags[locale], unit).format(
    isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000),
  )
}
