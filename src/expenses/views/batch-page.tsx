import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, ButtonGroup, Cell, Link, PageHead, Row, RowHead, StatusTag, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ibanText } from '../iban.ts'
import { moneyText } from '../money.ts'
import type { Batch, Payment } from '../queries/batches.ts'
import { words } from '../words.ts'
import { batchText } from './funds-page.tsx'

/** One batch: who is paid what, the files for the bank, and that it was paid. */
export function BatchPage({
  page,
  batch,
  payments,
}: {
  page: PageContext
  batch: Batch
  payments: readonly Payment[]
}) {
  const { locale } = page
  const say = words(locale)
  const title = say('batch.title', { day: formatDay(locale, dayAt(batch.madeAt)) })
  const heads = [say('col.name'), say('col.account'), say('col.claims'), say('col.amount')] as const
  return (
    <Layout page={page} title={title}>
      <BackLink href="/expenses/funds">{say('funds.title')}</BackLink>
      <PageHead title={title} sub={batchText(page, batch)} />
      <p class="govuk-body">
        <StatusTag tone={batch.paidOn ? 'good' : 'warn'}>
          {batch.paidOn ? say('batch.paid', { day: formatDay(locale, batch.paidOn) }) : say('batch.open')}
        </StatusTag>
      </p>
      <Table caption={title} isCaptionHidden columns={heads.map((text, index) => ({ text, isNumeric: index > 1 }))}>
        {payments.map(({ name, holder, iban, claims, amountInMinor }) => (
          <Row>
            <RowHead>{name}</RowHead>
            <Cell label={heads[1]}>
              {holder} {ibanText(iban)}
            </Cell>
            <Cell label={heads[2]} isNumeric>
              {claims}
            </Cell>
            <Cell label={heads[3]} isNumeric>
              {moneyText(locale, amountInMinor, batch.currency)}
            </Cell>
          </Row>
        ))}
      </Table>
      <ul class="govuk-list tl-noprint">
        <li>
          <Link href={`/expenses/batches/${batch.id}/pain.xml`}>{say('batch.xml')}</Link>
        </li>
        <li>
          <Link href={`/expenses/batches/${batch.id}/payments.csv`}>{say('batch.csv')}</Link>
        </li>
      </ul>
      {!batch.paidOn && (
        <ButtonGroup>
          {(['pay', 'undo'] as const).map((act) => (
            <form method="post" action={`/expenses/batches/${batch.id}/${act}`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind={act === 'pay' ? undefined : 'secondary'}>{say(`batch.${act}`)}</Button>
            </form>
          ))}
        </ButtonGroup>
      )}
    </Layout>
  )
}
