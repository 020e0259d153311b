import { formatDay } from '../../platform/dates.ts'
import {
  BackLink, Cell, Empty, Link, PageHead, PrintButton, Row, RowHead, StatusTag, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ResultRow } from '../queries/claims.ts'
import type { Contract } from '../queries/contracts.ts'
import type { Result } from '../results.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  contract: Contract
  result: Result
  rows: readonly ResultRow[]
}

/** Everybody whom a contract counts for one result, what is not to be counted yet included. */
export function ResultRowsPage({ page, contract, result, rows }: Props) {
  const say = words(page.locale)
  const name = say(`result.${result}`)
  return (
    <Layout page={page} title={`${name}: ${contract.title}`} print="wide">
      <BackLink href={`/contracts/${contract.id}`}>{contract.title}</BackLink>
      <PageHead
        title={name}
        sub={say(`means.${result}`, { days: contract.followDays })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      {rows.length === 0 ? (
        <Empty title={say('rows.none')}>
          <p class="govuk-body">{say('rows.none-text')}</p>
        </Empty>
      ) : (
        <ResultRows page={page} caption={name} rows={rows} hasClaims />
      )}
      <p class="govuk-body tl-quiet">{say('results.sight')}</p>
    </Layout>
  )
}

interface RowsProps extends Pick<Props, 'page' | 'rows'> {
  caption: string
  /** Says of each whether it is in a claim. */
  hasClaims?: boolean
}

const tones = { MET: 'good', NOT_YET: undefined, NOT_MET: 'warn', GONE: 'bad' } as const

/** People and the day that counts, each with what the record says of it today. */
export function ResultRows({ page, caption, rows, hasClaims }: RowsProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.person'), say('c.happened'), say('c.matures'), say('c.says')]
  return (
    <Table caption={caption} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map(({ caseId, personName, happenedOn, maturesOn, state, isClaimed }) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/cases/${caseId}`}>
              {personName}
            </Link>
          </RowHead>
          <Cell label={heads[1]}>{formatDay(locale, happenedOn)}</Cell>
          <Cell label={heads[2]}>{formatDay(locale, maturesOn)}</Cell>
          <Cell label={heads[3]}>
            <StatusTag tone={tones[state]}>{say(`row.${state}`)}</StatusTag>{' '}
            {hasClaims && isClaimed && <StatusTag>{say('row.claimed')}</StatusTag>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
