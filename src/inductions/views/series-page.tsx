import { SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Input,
  problemOf,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Session } from '../queries/series.ts'
import { words } from '../words.ts'

export interface SeriesPageProps {
  page: PageContext
  may: ReadonlySet<string>
  isPrison: boolean
  series: readonly Session[]
  form: { typed: Typed; problems: Problem[] }
}

/** The sessions of a prison's series, and adding one. */
export function SeriesPage(props: SeriesPageProps) {
  const { page, may, isPrison, series, form } = props
  const say = words(page.locale)
  const frame = { page, may, title: say('series.title'), sub: say('series.sub'), problems: form.problems, say }
  if (!isPrison) {
    return (
      <SettingsFrame {...frame}>
        <Empty title={say('series.not-prison')} />
      </SettingsFrame>
    )
  }
  return (
    <SettingsFrame {...frame}>
      {series.length === 0 ? (
        <Empty title={say('series.none')}>
          <p class="govuk-body">{say('series.none-text')}</p>
        </Empty>
      ) : (
        <Series {...props} />
      )}
      <AddForm {...props} />
    </SettingsFrame>
  )
}

function Series({ page, series }: SeriesPageProps) {
  const say = words(page.locale)
  const heads = [say('due.session'), say('due.day'), say('series.end')]
  return (
    <Table caption={say('series.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {series.map(({ id, name, afterDays, isRefresher }) => (
        <Row>
          <RowHead>{isRefresher ? `${name} (${say('refresher')})` : name}</RowHead>
          <Cell label={heads[1]!}>{say('series.when', { days: afterDays })}</Cell>
          <Cell label={heads[2]!}>
            <form method="post" action={`/settings/inductions/${id}/end`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind="secondary">
                {say('series.end')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function AddForm({ page, form }: SeriesPageProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form method="post" action="/settings/inductions" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input
        name="name"
        label={say('series.name')}
        hint={say('series.name-hint')}
        value={typedText(form, 'name')}
        error={error('name')}
      />
      <Input
        name="afterDays"
        label={say('series.after')}
        hint={say('series.after-hint')}
        width={3}
        value={typedText(form, 'afterDays')}
        error={error('afterDays')}
      />
      <Checkboxes
        name="isRefresher"
        legend={say('series.kind')}
        items={[{ value: 'yes', text: say('series.refresher') }]}
        values={typedList(form, 'isRefresher')}
        isSmall
      />
      <Button>{say('series.add')}</Button>
    </form>
  )
}
