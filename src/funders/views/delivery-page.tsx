import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, DateInput, Details, Empty, Input, Link, PageHead, ProblemSummary, problemOf, Row, RowHead, Section, Select, StatusTag, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { measures, remainingOf } from '../measures.ts'
import type { Target } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  targets: readonly Target[]
  /** Whether the reader keeps contracts that pay by results. */
  mayClaim: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Each funder's targets with what was delivered; every number opens its rows. */
export function DeliveryPage({ page, targets, mayClaim, form }: Props) {
  const say = words(page.locale)
  const funders = [...new Set(targets.map(({ funder }) => funder))]
  const used = measures.filter((measure) => targets.some((of) => of.measure === measure))
  return (
    <Layout page={page} title={say('title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          <>
            {targets.length > 0 && <Link href="/delivery.csv">{say('export')}</Link>}
            {mayClaim && <Link href="/contracts">{say('contracts')}</Link>}
          </>
        }
      />
      {targets.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      {funders.map((funder, index) => (
        <Section id={`h-funder-${index}`} title={funder}>
          <TargetTable page={page} funder={funder} targets={targets.filter((of) => of.funder === funder)} />
        </Section>
      ))}
      {used.length > 0 && (
        <Section id="h-means" title={say('means.title')}>
          <dl>
            {used.map((measure) => (
              <>
                <dt>
                  <b>{say(`measure.${measure}`)}</b>
                </dt>
                <dd class="tl-m0">{say(`means.${measure}`)}</dd>
              </>
            ))}
          </dl>
        </Section>
      )}
      <Details summary={say('add')} isOpen={targets.length === 0 || form.problems.length > 0}>
        <TargetForm page={page} form={form} />
      </Details>
    </Layout>
  )
}

function TargetTable({ page: { locale }, funder, targets }: Pick<Props, 'page' | 'targets'> & { funder: string }) {
  const say = words(locale)
  const heads = (['measure', 'target', 'delivered', 'remaining'] as const).map((name) => say(`col.${name}`))
  const number = (count: number) => formatNumber(locale, count)
  return (
    <Table caption={funder} isCaptionHidden columns={heads.map((text, index) => ({ text, isNumeric: index > 0 }))}>
      {targets.map((of) => {
        const name = say(`measure.${of.measure}`)
        const days = { from: formatDay(locale, of.fromOn, 'full'), until: formatDay(locale, of.untilOn, 'full') }
        return (
          <Row>
            <RowHead>
              {name} {remainingOf(of) === 0 && <StatusTag tone="good">{say('met')}</StatusTag>}
              <small>{say('between', days)}</small>
              <form method="post" action={`/delivery/${of.id}/removal`}>
                <input type="hidden" name="formId" value={newId()} />
                <button type="submit" class="tl-linklike">
                  {say('remove')}
                  <span class="govuk-visually-hidden">: {name}</span>
                </button>
              </form>
            </RowHead>
            <Cell label={heads[1]!} isNumeric>
              {number(of.target)}
            </Cell>
            <Cell label={heads[2]!} isNumeric>
              <Link href={`/delivery/${of.id}`}>
                {number(of.delivered)}
                <span class="govuk-visually-hidden">: {name}</span>
              </Link>
            </Cell>
            <Cell label={heads[3]!} isNumeric>
              {number(remainingOf(of))}
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}

function TargetForm({ page, form }: Pick<Props, 'page' | 'form'>) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action="/delivery" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input label={say('funder')} {...field('funder')} />
      <Select
        label={say('measure')}
        items={measures.map((value) => ({ value, text: say(`measure.${value}`) }))}
        {...field('measure')}
      />
      <Input label={say('target')} width={10} inputMode="numeric" {...field('target')} />
      {(['from', 'until'] as const).map((name) => (
        <DateInput
          name={name}
          legend={say(name)}
          values={dayBoxes(form, name)}
          error={problemOf(form.problems, name, say)}
        />
      ))}
      <Button kind="secondary">{say('add')}</Button>
    </form>
  )
}
