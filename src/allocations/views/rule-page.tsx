import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Input, problemOf, Radios, Row, RowHead, Section, Select, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { risks } from '../levels.ts'
import type { RuleEdition } from '../queries/rule.ts'
import { words } from '../words.ts'

interface RuleProps {
  page: PageContext
  may: ReadonlySet<string>
  editions: readonly RuleEdition[]
  form: FormState<unknown>
}

const numbers = ['fullFromMonths', 'fullPoints', 'keyWorkPoints'] as const

/** The rule in force as a form, and the editions before it. */
export function RulePage(props: RuleProps) {
  const { page, may, form } = props
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const frame = { page, may, title: say('rule.title'), sub: say('rule.sub'), problems: form.problems, say }
  return (
    <SettingsFrame {...frame}>
      <form method="post" action="/settings/management-rule" novalidate class="tl-mt">
        <input type="hidden" name="formId" value={newId()} />
        <Select
          {...field('fullFromRisk')}
          label={say('rule.fullFromRisk')}
          items={risks.slice(1).map((risk) => ({ value: risk, text: say(`risk.${risk}`) }))}
        />
        <Radios
          {...field('fullWhenRecalled')}
          legend={say('rule.fullWhenRecalled')}
          items={(['yes', 'no'] as const).map((answer) => ({ value: answer, text: say(`rule.${answer}`) }))}
        />
        {numbers.map((name) => (
          <Input {...field(name)} label={say(`rule.${name}`)} width={3} inputMode="numeric" />
        ))}
        <Button>{say('rule.save')}</Button>
      </form>
      <Section id="h-editions" title={say('rule.editions')}>
        <Editions {...props} />
      </Section>
    </SettingsFrame>
  )
}

function Editions({ page, editions }: RuleProps) {
  const { locale } = page
  const say = words(locale)
  const [from, what, by] = [say('rule.from'), say('rule.what'), say('rule.by')]
  return (
    <Table caption={say('rule.editions')} isCaptionHidden columns={[from, what, by].map((text) => ({ text }))}>
      {editions.map((edition) => (
        <Row>
          <RowHead>
            {formatAt(locale, edition.madeAt)}
            <small>{say(edition.replacedAt ? 'rule.replaced' : 'rule.in-force')}</small>
          </RowHead>
          <Cell label={what}>
            {say('rule.says', {
              risk: say(`risk.${edition.fullFromRisk}`),
              months: edition.fullFromMonths,
              recalled: edition.fullWhenRecalled ? 'yes' : 'no',
            })}
            <small>{say('rule.says-points', { full: edition.fullPoints, key: edition.keyWorkPoints })}</small>
          </Cell>
          <Cell label={by}>{edition.madeBy ?? say('rule.ours')}</Cell>
        </Row>
      ))}
    </Table>
  )
}
