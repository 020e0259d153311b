import { moneyText } from '../../expenses/index.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Details, Link, NotificationBanner, PageHead, PrintButton, Row, RowHead, Section, SummaryList, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Claim } from '../queries/claims.ts'
import type { Contract } from '../queries/contracts.ts'
import type { Counted } from '../queries/counts.ts'
import { worthOf } from '../results.ts'
import { words } from '../words.ts'
import { ClaimStateTag } from './claim-state.tsx'

interface Props {
  page: PageContext
  contract: Contract
  counted: readonly Counted[]
  countedAt: Date | undefined
  claims: readonly Claim[]
  done: 'added' | 'counted' | 'ended' | 'withdrawn' | undefined
}

/** One contract: what the record has for each result, what can be claimed now, and what was. */
export function ContractPage(props: Props) {
  const { page, contract, counted, countedAt, claims, done } = props
  const { locale } = page
  const say = words(locale)
  const days = { from: formatDay(locale, contract.fromOn), until: formatDay(locale, contract.untilOn) }
  return (
    <Layout page={page} title={contract.title} print="wide">
      <BackLink href="/contracts">{say('title')}</BackLink>
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={contract.title}
        sub={say('contract.sub', { funder: contract.funder, agency: contract.agencyName, ...days })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      {contract.endedAt && <p class="govuk-body">{say('ended-at', { at: formatAt(locale, contract.endedAt) })}</p>}
      <Section id="h-results" title={say('results')}>
        <Results {...props} />
        <p class="govuk-body tl-quiet">{say('results.sight')}</p>
        {countedAt && (
          <form method="post" action={`/contracts/${contract.id}/counting`}>
            <input type="hidden" name="formId" value={newId()} />
            <p class="govuk-body tl-quiet">
              {say('results.counted', { at: formatAt(locale, countedAt) })}{' '}
              <button type="submit" class="tl-linklike">
                {say('results.count')}
              </button>
            </p>
          </form>
        )}
      </Section>
      <Section id="h-claims" title={say('claims')}>
        {claims.length === 0 ? <p class="govuk-body">{say('claims.none')}</p> : <Claims {...props} />}
      </Section>
      <Section id="h-means" title={say('means')}>
        <SummaryList
          rows={counted.map(({ result }) => ({
            key: say(`result.${result}`),
            value: say(`means.${result}`, { days: contract.followDays }),
          }))}
        />
        <p class="govuk-body tl-quiet">{say('means.once')}</p>
      </Section>
      {!contract.endedAt && (
        <Details summary={say('end')}>
          <form method="post" action={`/contracts/${contract.id}/ending`}>
            <input type="hidden" name="formId" value={newId()} />
            <p class="govuk-body">{say('end.text')}</p>
            <Button kind="warning" preventDoubleClick>
              {say('end')}
            </Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}

const numbers = ['claimable', 'waiting', 'approved', 'notYet', 'notMet'] as const

function Results({ page, contract, counted }: Props) {
  const { locale } = page
  const say = words(locale)
  const priceOf = (result: string) => contract.prices.find((price) => price.result === result)!.priceInMinor
  const columns = [
    { text: say('c.result') },
    { text: say('c.price'), isNumeric: true },
    ...numbers.map((number) => ({ text: say(`c.${number}`), isNumeric: true })),
  ]
  return (
    <Table caption={say('results')} isCaptionHidden columns={columns}>
      {counted.map((row) => {
        const { result, claimable, nextOn } = row
        const name = say(`result.${result}`)
        const price = priceOf(result)
        return (
          <Row>
            <RowHead>
              <Link class="tl-link" href={`/contracts/${contract.id}/results/${result}`}>
                {name}
              </Link>
              {nextOn && <small>{say('next', { day: formatDay(locale, nextOn) })}</small>}
              {claimable > 0 && !contract.endedAt && result !== 'NO_REOFFENDING' && (
                <form method="post" action={`/contracts/${contract.id}/claims`}>
                  <input type="hidden" name="formId" value={newId()} />
                  <input type="hidden" name="result" value={result} />
                  <button type="submit" class="tl-linklike">
                    {say('claim', {
                      count: claimable,
                      worth: moneyText(locale, worthOf(price, claimable), contract.currency),
                    })}
                    <span class="govuk-visually-hidden">: {name}</span>
                  </button>
                </form>
              )}
            </RowHead>
            <Cell label={say('c.price')} isNumeric>
              {moneyText(locale, price, contract.currency)}
            </Cell>
            {numbers.map((number) => (
              <Cell label={say(`c.${number}`)} isNumeric>
                {formatNumber(locale, row[number])}
              </Cell>
            ))}
          </Row>
        )
      })}
    </Table>
  )
}

function Claims({ page, contract, claims }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.claim'), say('c.people'), say('c.worth'), say('c.state')]
  return (
    <Table
      caption={say('claims')}
      isCaptionHidden
      columns={heads.map((text, index) => ({ text, isNumeric: index === 1 || index === 2 }))}
    >
      {claims.map((claim) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/contracts/claims/${claim.id}`}>
              {say('claim.of', { result: say(`result.${claim.result}`), at: formatAt(locale, claim.madeAt) })}
            </Link>
            <small>{say('claim.by', { name: claim.madeByName })}</small>
          </RowHead>
          <Cell label={heads[1]} isNumeric>
            {formatNumber(locale, claim.peopleCount)}
          </Cell>
          <Cell label={heads[2]} isNumeric>
            {moneyText(locale, worthOf(claim.priceInMinor, claim.peopleCount), contract.currency)}
          </Cell>
          <Cell label={heads[3]}>
            <ClaimStateTag page={page} claim={claim} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
