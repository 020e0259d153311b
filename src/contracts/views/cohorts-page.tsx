import { moneyText } from '../../expenses/index.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Cell, Empty, Link, PageHead, PrintButton, Row, RowHead, StatusTag, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ContractCohort } from '../cohorts.ts'
import type { Contract } from '../queries/contracts.ts'
import { worthOf } from '../results.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  contract: Contract
  cohorts: readonly ContractCohort[]
}

/** The cohorts that a contract can pay for, or will: numbers, and nobody by name. */
export function CohortsPage({ page, contract, cohorts }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.cohort'), say('c.followed'), say('c.paid'), say('c.matures'), say('c.says')]
  const price = contract.prices.find(({ result }) => result === 'NO_REOFFENDING')?.priceInMinor ?? 0
  return (
    <Layout page={page} title={`${say('result.NO_REOFFENDING')}: ${contract.title}`} print="wide">
      <BackLink href={`/contracts/${contract.id}`}>{contract.title}</BackLink>
      <PageHead
        title={say('result.NO_REOFFENDING')}
        sub={say('means.NO_REOFFENDING', { days: contract.followDays })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      {cohorts.length === 0 ? (
        <Empty title={say('cohorts.none')}>
          <p class="govuk-body">
            {say('cohorts.none-text')} <Link href="/reoffending">{say('cohorts.open')}</Link>
          </p>
        </Empty>
      ) : (
        <Table
          caption={say('result.NO_REOFFENDING')}
          isCaptionHidden
          columns={heads.map((text, index) => ({ text, isNumeric: index === 1 || index === 2 }))}
        >
          {cohorts.map(({ id, title, prisonName, sourceName, from, to, state, people, paid, maturesOn, isClaimed }) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/reoffending/cohorts/${id}`}>
                  {title}
                </Link>
                <small>
                  {prisonName}, {say('from-until', { from: formatDay(locale, from), until: formatDay(locale, to) })}.{' '}
                  {say('cohorts.source', { name: sourceName })}
                </small>
                {state === 'SHOWN' && !isClaimed && !contract.endedAt && (
                  <form method="post" action={`/contracts/${contract.id}/claims`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <input type="hidden" name="result" value="NO_REOFFENDING" />
                    <input type="hidden" name="cohortId" value={id} />
                    <button type="submit" class="tl-linklike">
                      {say('claim', { count: paid, worth: moneyText(locale, worthOf(price, paid), contract.currency) })}
                      <span class="govuk-visually-hidden">: {title}</span>
                    </button>
                  </form>
                )}
              </RowHead>
              <Cell label={heads[1]} isNumeric>
                {state === 'HELD' ? say('cohorts.untold') : formatNumber(locale, people)}
              </Cell>
              <Cell label={heads[2]} isNumeric>
                {state === 'SHOWN' ? formatNumber(locale, paid) : say('cohorts.untold')}
              </Cell>
              <Cell label={heads[3]}>{maturesOn ? formatDay(locale, maturesOn) : say('cohorts.untold')}</Cell>
              <Cell label={heads[4]}>
                <StatusTag tone={state === 'SHOWN' ? 'good' : undefined}>{say(`cohort.${state}`)}</StatusTag>{' '}
                {isClaimed && <StatusTag>{say('row.claimed')}</StatusTag>}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
