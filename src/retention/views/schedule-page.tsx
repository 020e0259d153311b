import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Fieldset,
  Input,
  problemOf,
  Row,
  RowHead,
  Section,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { actionLabel, classLabel, triggerLabel } from '../labels.ts'
import type { DueCount, Schedule } from '../queries/schedule.ts'
import { actions, classes, triggers } from '../rules.ts'
import { rowCount } from '../schedule-form.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  schedule: Schedule
  old: readonly Pick<Schedule, 'id' | 'edition' | 'madeAt' | 'madeBy'>[]
  /** Of the rules as typed, once they can be read. */
  preview: readonly DueCount[] | undefined
  form: FormState<unknown>
  isDone: boolean
}

/** The schedule in force, to be made into its next edition. */
export function SchedulePage({ page, may, schedule, old, preview, form, isDone }: Props) {
  const { locale } = page
  const say = words(locale)
  const { edition, madeAt } = schedule
  const at = (day: Date) => formatAt(locale, day)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('schedule.title')}
      sub={say('schedule.sub', { edition, at: at(madeAt) })}
      problems={form.problems}
      say={say}
      done={isDone ? say('schedule.published') : undefined}
    >
      <p class="govuk-body">{say('schedule.how')}</p>
      {preview && <Preview page={page} preview={preview} />}
      <form method="post" action="/retention/schedule" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="edition" value={typedText(form, 'edition') || edition} />
        {Array.from({ length: rowCount(form.typed) }, (_, row) => (
          <RuleFields page={page} form={form} row={row} />
        ))}
        <Input
          name="cooling"
          label={say('schedule.cooling')}
          width={3}
          inputMode="numeric"
          value={typedText(form, 'cooling')}
          error={problemOf(form.problems, 'cooling', say)}
        />
        <ButtonGroup>
          <Button kind="secondary" name="intent" value="preview">
            {say('schedule.preview')}
          </Button>
          {preview && (
            <Button name="intent" value="publish" preventDoubleClick>
              {say('schedule.publish')}
            </Button>
          )}
        </ButtonGroup>
      </form>
      {old.length > 0 && (
        <Section id="old" title={say('schedule.old')}>
          <ul class="govuk-list">
            {old.map((each) => (
              <li>
                {say('schedule.old-line', { edition: each.edition, at: at(each.madeAt), name: each.madeBy ?? '' })}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </SettingsFrame>
  )
}

function RuleFields({ page: { locale }, form, row }: Pick<Props, 'page' | 'form'> & { row: number }) {
  const say = words(locale)
  const field = (name: string) => ({
    name: `${name}-${row}`,
    value: typedText(form, `${name}-${row}`),
    error: problemOf(form.problems, `${name}-${row}`, say),
  })
  const none = { value: '', text: say('schedule.none') }
  const isNew = typedText(form, `class-${row}`) === ''
  const legend = isNew ? say('schedule.new') : say('schedule.rule', { n: row + 1 })
  return (
    <Fieldset legend={{ text: legend, size: 's' }}>
      <Select
        {...field('class')}
        label={say('schedule.class')}
        items={[none, ...classes.map((value) => ({ value, text: classLabel(locale, value) }))]}
      />
      <Select
        {...field('trigger')}
        label={say('schedule.trigger')}
        items={triggers.map((value) => ({ value, text: triggerLabel(locale, value) }))}
      />
      <Input {...field('months')} label={say('schedule.months')} width={4} inputMode="numeric" />
      <Select
        {...field('action')}
        label={say('schedule.action')}
        items={actions.map((value) => ({ value, text: actionLabel(locale, value) }))}
      />
      <Input {...field('source')} label={say('schedule.source')} />
    </Fieldset>
  )
}

function Preview({ page: { locale }, preview }: { page: PageContext; preview: readonly DueCount[] }) {
  const say = words(locale)
  const rows = preview.filter(({ due, dueInAYear }) => due + dueInAYear > 0)
  const heads = [say('schedule.class'), say('schedule.action'), say('schedule.now'), say('schedule.year')]
  return (
    <Section id="preview" title={say('schedule.preview-title')}>
      {rows.length === 0 && <p class="govuk-body">{say('schedule.preview-none')}</p>}
      {rows.length > 0 && (
        <Table caption={say('schedule.preview-title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {rows.map((row) => (
            <Row>
              <RowHead>{classLabel(locale, row.class)}</RowHead>
              <Cell label={heads[1]}>{actionLabel(locale, row.action)}</Cell>
              <Cell label={heads[2]}>{row.due}</Cell>
              <Cell label={heads[3]}>{row.dueInAYear}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  )
}
