import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Link,
  PageHead,
  Radios,
  Row,
  RowHead,
  Section,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Batch } from '../queries/batches.ts'
import type { Candidate } from '../queries/candidates.ts'
import type { BatchRow, StoredProblem } from '../queries/rows.ts'
import { undoableForHours } from '../undo-rows.ts'
import { words } from '../words.ts'
import { CountList, type PagePart, Problems } from './parts.tsx'

export interface ReportProps {
  page: PageContext
  batch: Batch
  problems: StoredProblem[]
  duplicates: BatchRow[]
  candidates: Candidate[]
  /** The first rows that were added or changed. */
  people: BatchRow[]
  /** A row whose answer could not be taken, and why. */
  refused?: { row: number; problem: 'duplicates.problem' | 'duplicates.number-taken' }
}

export const shownOfReport = 100

/** What an import did, the duplicates that wait for an answer, and the way back. */
export function ReportPage(props: ReportProps) {
  const { page, batch, problems, duplicates } = props
  const { locale } = page
  const say = words(locale)
  const title = say(batch.undoneAt ? 'report.title-undone' : 'report.title')
  const sub = say('report.sub', {
    file: batch.fileName,
    at: formatAt(locale, batch.committedAt!),
    name: batch.madeByName,
  })
  return (
    <Layout page={page} title={title} hasProblems={props.refused !== undefined}>
      <PageHead
        title={title}
        sub={sub}
        actions={<Link href={`/imports/${batch.id}/problems.csv`}>{say('problems.download')}</Link>}
      />
      {batch.counts && <CountList locale={locale} counts={batch.counts} parts={partsOf(props)} />}
      {batch.undoneAt ? <Undone {...props} /> : <WayOn href="/releases">{say('report.next')}</WayOn>}
      {!batch.undoneAt && duplicates.length > 0 && (
        <Section id="duplicates" title={say('duplicates.title')}>
          <p class="govuk-body">{say('duplicates.text')}</p>
          {duplicates.map((row) => (
            <Duplicate {...props} row={row} />
          ))}
        </Section>
      )}
      <Problems
        locale={locale}
        id="errors"
        title={say('errors.title')}
        none={say('errors.none')}
        problems={problems.filter(({ isError }) => isError)}
      />
      <Problems
        locale={locale}
        id="warnings"
        title={say('warnings.title')}
        none={say('warnings.none')}
        text={say('warnings.text')}
        problems={problems.filter(({ isError }) => !isError)}
      />
      {hasPeople(props) && <People {...props} />}
      {!batch.undoneAt && <UndoBatch page={page} batch={batch} />}
    </Layout>
  )
}

const hasPeople = ({ batch, people }: ReportProps): boolean => !batch.undoneAt && people.length > 0

const partsOf = (props: ReportProps): PagePart[] => [
  'errors',
  ...(hasPeople(props) ? (['people'] as const) : []),
  ...(!props.batch.undoneAt && props.duplicates.length > 0 ? (['duplicates'] as const) : []),
]

function People({ page: { locale }, batch, people }: ReportProps) {
  const say = words(locale)
  const rest = (batch.counts?.added ?? 0) + (batch.counts?.changed ?? 0) - people.length
  const columns = [say('people.name'), say('problem.row'), say('people.what')]
  return (
    <Section id="people" title={say('people.title')}>
      <Table caption={say('people.title')} isCaptionHidden columns={columns.map((text) => ({ text }))}>
        {people.map(({ row, result, incoming, caseId }) => (
          <Row>
            <RowHead>
              <Link class="tl-link" href={`/cases/${caseId}`}>
                {incoming?.givenName} {incoming?.familyName}
              </Link>
            </RowHead>
            <Cell label={say('problem.row')}>{row}</Cell>
            <Cell label={say('people.what')}>{say(`outcome.${result}`)}</Cell>
          </Row>
        ))}
      </Table>
      {rest > 0 && <p class="govuk-body">{say('people.more', { count: rest })}</p>}
    </Section>
  )
}

function Undone({ page: { locale }, batch }: ReportProps) {
  const say = words(locale)
  const { undone = 0, kept = [] } = batch.undoReport ?? {}
  return (
    <Section id="undone" title={say('report.title-undone')}>
      <p class="govuk-body">{say('undone.text', { count: undone })}</p>
      {kept.length > 0 && (
        <>
          <p class="govuk-body">{say('undone.kept')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {kept.map(({ row, reason }) => (
              <li>{say(`kept.${reason}` as 'kept.arrived', { row })}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Duplicate({ page, batch, row, candidates, refused }: ReportProps & { row: BatchRow }) {
  const { locale } = page
  const say = words(locale)
  const person = row.incoming!
  const name = `${person.givenName} ${person.familyName}`
  const born = person.bornOn ? say('duplicates.born', { day: formatDay(locale, person.bornOn, 'full') }) : ''
  const path = `/imports/${batch.id}/rows/${row.row}/resolution`
  const likely = candidates.filter(({ id }) => row.candidateIds.includes(id))
  return (
    <div class="tl-note" id={`row-${row.row}`}>
      <h3 class="govuk-heading-s">{say('duplicates.row', { row: row.row, name })}</h3>
      <p class="govuk-body">{[born, ...person.identifiers.map(({ value }) => value)].filter(Boolean).join(', ')}</p>
      {row.resolution ? (
        <form method="post" action={`${path}/undo`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say(row.resolution === 'SAME' ? 'duplicates.was-same' : 'duplicates.was-other')}</p>
          <Button kind="secondary">{say('duplicates.undo')}</Button>
        </form>
      ) : (
        <form method="post" action={path}>
          <input type="hidden" name="formId" value={newId()} />
          <Radios
            name="who"
            idPrefix={`who-${row.row}`}
            legend={say('duplicates.who')}
            error={refused?.row === row.row ? say(refused.problem) : undefined}
            items={[
              ...likely.map((candidate) => ({
                value: candidate.id,
                text: say('duplicates.same', { name: candidate.name }),
                hint: [
                  candidate.bornOn && say('duplicates.born', { day: formatDay(locale, candidate.bornOn, 'full') }),
                  ...candidate.numbers,
                  candidate.place,
                ]
                  .filter(Boolean)
                  .join(', '),
              })),
              { value: 'other', text: say('duplicates.other') },
            ]}
          />
          <Button kind="secondary">{say('duplicates.save')}</Button>
        </form>
      )}
    </div>
  )
}

function UndoBatch({ page: { locale, now }, batch }: Pick<ReportProps, 'page' | 'batch'>) {
  const say = words(locale)
  const until = new Date(batch.committedAt!.getTime() + undoableForHours * 3_600_000)
  if (until <= now) return <p class="govuk-body tl-quiet">{say('undo.too-late')}</p>
  return (
    <Section id="undo" title={say('undo.title')}>
      <p class="govuk-body">{say('undo.text', { at: formatAt(locale, until) })}</p>
      <form method="post" action={`/imports/${batch.id}/undo`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="warning">{say('undo.button')}</Button>
      </form>
    </Section>
  )
}
