import { addDays, dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Details, Empty, Facts, Link, PageHead, PlainList, ProblemSummary, Section, StatusTag } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { currencyOf } from '../kinds.ts'
import { moneyText } from '../money.ts'
import type { Batch } from '../queries/batches.ts'
import type { Claim } from '../queries/claims.ts'
import type { Fund, Rate } from '../queries/funds.ts'
import { runsOutIn } from '../runs-out.ts'
import { words } from '../words.ts'
import { FundForm, RateForm } from './fund-forms.tsx'
import { type Done, DoneBanner, type Form } from './parts.tsx'

export interface FundsPageProps {
  page: PageContext
  funds: readonly Fund[]
  unpaid: readonly Claim[]
  batches: readonly Batch[]
  rates: readonly Rate[]
  form: Form
  done: Done | undefined
}

/** What is left of each fund and when it runs out, what is to be paid, and the rates. */
export function FundsPage(props: FundsPageProps) {
  const { page, funds, batches, rates, form, done } = props
  const { locale } = page
  const say = words(locale)
  const isAbout = (...fields: string[]) => form.problems.some(({ field }) => fields.includes(field))
  return (
    <Layout page={page} title={say('funds.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/expenses">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <DoneBanner locale={locale} done={done} />
      <PageHead title={say('funds.title')} actions={<Link href="/expenses/claims">{say('claims.title')}</Link>} />
      {funds.length === 0 && (
        <Empty title={say('funds.none')}>
          <p class="govuk-body">{say('funds.none-text')}</p>
        </Empty>
      )}
      {funds.map((fund) => (
        <FundPart {...props} fund={fund} />
      ))}
      <Details
        summary={say('funds.add')}
        isOpen={
          funds.length === 0 || isAbout('name', 'amount', 'startsOn', 'endsOn', 'debtorName', 'debtorIban', 'currency')
        }
      >
        <FundForm {...props} />
      </Details>
      <Section id="h-batches" title={say('batches.title')}>
        {batches.length === 0 && <p class="govuk-body">{say('batches.none')}</p>}
        <PlainList>
          {batches.map((batch) => (
            <li>
              <Link href={`/expenses/batches/${batch.id}`}>
                {say('batch.title', { day: formatDay(locale, dayAt(batch.madeAt)) })}
              </Link>{' '}
              <StatusTag tone={batch.paidOn ? 'good' : 'warn'}>
                {batch.paidOn ? say('batch.paid', { day: formatDay(locale, batch.paidOn) }) : say('batch.open')}
              </StatusTag>
              <p class="tl-m0 tl-quiet">{batchText(page, batch)}</p>
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="h-rates" title={say('rates.title')}>
        {rates.length === 0 && <p class="govuk-body">{say('rates.none')}</p>}
        <PlainList>
          {rates.map(({ way, unit, rateInMinor, fromOn, source }) => (
            <li>
              {say('rates.line', {
                ...{ way: say(`way.${way}`), unit: say(`unit.${unit}`), day: formatDay(locale, fromOn), source },
                rate: moneyText(locale, rateInMinor, currencyOf(unit)),
              })}
            </li>
          ))}
        </PlainList>
        <Details summary={say('rates.set')} isOpen={isAbout('rate', 'way', 'unit', 'source', 'fromOn')}>
          <RateForm {...props} />
        </Details>
      </Section>
    </Layout>
  )
}

export const batchText = (page: PageContext, { sumInMinor, currency, claims, fundName }: Batch) =>
  words(page.locale)('batch.line', { sum: moneyText(page.locale, sumInMinor, currency), claims, fund: fundName })

function FundPart({ page, fund, unpaid }: FundsPageProps & { fund: Fund }) {
  const { locale } = page
  const say = words(locale)
  const money = (inMinor: number) => moneyText(locale, inMinor, fund.currency)
  const toPay = unpaid.filter(({ fundId }) => fundId === fund.id).reduce((sum, { amountInMinor }) => sum + amountInMinor, 0) // biome-ignore format: one line
  const days = runsOutIn(fund)
  const out = days === 0 ? say('funds.out-now') : days === undefined ? say('funds.out-never') : say('funds.out-on', { day: formatDay(locale, addDays(dayAt(page.now), days)) }) // biome-ignore format: one line
  return (
    <Section
      id={`h-${fund.id}`}
      title={fund.name}
      more={fund.endsOn && say('funds.ends', { day: formatDay(locale, fund.endsOn) })}
    >
      <Facts
        facts={[
          { term: say('funds.total'), value: money(fund.amountInMinor) },
          { term: say('funds.spent'), value: money(fund.spentInMinor) },
          { term: say('funds.left'), value: money(fund.amountInMinor - fund.spentInMinor) },
          { term: say('funds.waiting'), value: money(fund.waitingInMinor) },
          { term: say('funds.out'), value: out },
        ]}
      />
      {toPay > 0 && (
        <form class="tl-pt" method="post" action="/expenses/batches">
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="fundId" value={fund.id} />
          <Button>{say('funds.batch', { sum: money(toPay) })}</Button>
        </form>
      )}
    </Section>
  )
}
