import type { Child } from 'hono/jsx'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, DateInput, FileUpload, Input, Note, PageHead, ProblemSummary, problemOf, Radios, Select } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { dayBoxes } from '../../platform/web/day-field.ts'
import { typedList } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { costs, currencyOf } from '../kinds.ts'
import { moneyText } from '../money.ts'
import type { Fund, Rate } from '../queries/funds.ts'
import { words } from '../words.ts'
import { type Form, fieldsOf } from './parts.tsx'

interface Props {
  page: PageContext
  form: Form
  funds: readonly Fund[]
}

/** Claiming a journey: from, to, how far; the rate of the day does the rest. */
export function JourneyPage(props: Props & { rates: readonly Rate[] }) {
  const { page, form, rates } = props
  const { locale } = page
  const say = words(locale)
  const field = fieldsOf(locale, form)
  const isTwice = form.problems.some(({ message }) => message === 'problem.twice')
  return (
    <Frame {...props} title={say('new.journey')}>
      {rates.length === 0 && (
        <Note tone="warn">
          <p>{say('journey.none')}</p>
        </Note>
      )}
      <form method="post" action="/expenses/journey" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input label={say('journey.from')} {...field('from')} />
        <Input label={say('journey.to')} {...field('to')} />
        <Input
          label={say('journey.distance')}
          width={5}
          inputMode="decimal"
          suffix={rates[0] && say(`unit.${rates[0].unit}`)}
          {...field('distance')}
        />{' '}
        {/* biome-ignore format: one line */}
        <Checkboxes name="return" values={typedList(form, 'return')} items={[{ value: 'yes', text: say('journey.return') }]} />{' '}
        {/* biome-ignore format: one line */}
        <Radios
          legend={say('journey.way')}
          items={rates.map(({ way, unit, rateInMinor }) => ({
            value: way,
            text: say('journey.rate', { way: say(`way.${way}`), unit: say(`unit.${unit}`), rate: moneyText(locale, rateInMinor, currencyOf(unit)) }), // biome-ignore format: one line
          }))}
          {...field('way')}
        />
        {isTwice && (
          <Checkboxes
            name="another"
            values={typedList(form, 'another')}
            items={[{ value: 'yes', text: say('journey.another') }]}
          />
        )}{' '}
        {/* biome-ignore format: one line */}
        <Common {...props} />
      </form>
    </Frame>
  )
}

/** Claiming what a receipt shows, with a photo of it. */
export function ReceiptPage(props: Props) {
  const { page, form } = props
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Frame {...props} title={say('new.receipt')}>
      <form method="post" action="/expenses/receipt" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          label={say('receipt.what')}
          items={[{ value: '', text: '' }, ...costs.map((value) => ({ value, text: say(`what.${value}`) }))]}
          {...field('what')}
        />
        <Input label={say('receipt.amount')} width={10} inputMode="decimal" {...field('amount')} />
        <FileUpload
          name="file"
          label={say('receipt.photo')}
          hint={say('receipt.photo-hint')}
          accept="image/jpeg,image/png"
          error={problemOf(form.problems, 'file', say)}
        />
        <Common {...props} />
      </form>
    </Frame>
  )
}

function Frame({ page, form, funds, title, children }: Props & { title: string; children?: Child }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/expenses">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} hasFile />
      <PageHead title={title} />
      {funds.length === 0 ? (
        <Note tone="warn">
          <p>{say('no-fund')}</p>
        </Note>
      ) : (
        children
      )}
    </Layout>
  )
}

function Common({ page, form, funds }: Props) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <>
      <DateInput
        name="on"
        legend={say('on')}
        hint={say('on-hint')}
        values={dayBoxes(form, 'on')}
        error={problemOf(form.problems, 'on', say)}
      />
      <Select
        label={say('fund')}
        items={funds.map(({ id, name }) => ({ value: id, text: name }))}
        {...field('fundId')}
      />
      <Input label={say('words')} hint={say('words-hint')} {...field('words')} />
      <Button>{say('claim')}</Button>
    </>
  )
}

/** To which account one is paid. */
export function PayeePage({ page, form }: Pick<Props, 'page' | 'form'>) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Layout page={page} title={say('payee.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/expenses">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('payee.title')} sub={say('payee.sub')} />
      <form method="post" action="/expenses/payee" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input label={say('payee.holder')} autocomplete="name" {...field('holder')} />
        <Input label={say('payee.iban')} spellcheck={false} autocapitalize="characters" {...field('iban')} />
        <Button>{say('payee.save')}</Button>
      </form>
    </Layout>
  )
}
