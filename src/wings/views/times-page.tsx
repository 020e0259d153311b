import { SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Input,
  Link,
  problemOf,
  Row,
  RowHead,
  Section,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { PrisonService, WingTime } from '../queries/times.ts'
import { words } from '../words.ts'
import { daysText, hoursText } from './hours.ts'
import { wingName } from './wings-page.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  isPrison: boolean
  times: readonly WingTime[]
  services: readonly PrisonService[]
  wings: readonly string[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** When services of the directory are on the wings, and saying it of one more. */
export function TimesPage(props: Props) {
  const { page, may, isPrison, times, services, form } = props
  const say = words(page.locale)
  const frame = { page, may, title: say('times.title'), sub: say('times.sub'), problems: form.problems, say }
  if (!isPrison) {
    return (
      <SettingsFrame {...frame}>
        <Empty title={say('times.not-prison')} />
      </SettingsFrame>
    )
  }
  return (
    <SettingsFrame {...frame}>
      {times.length === 0 ? (
        <Empty title={say('times.none')}>
          <p class="govuk-body">{say('times.none-text')}</p>
        </Empty>
      ) : (
        <Times {...props} />
      )}
      {services.length === 0 ? (
        <p class="govuk-body">
          {say('times.no-services')}{' '}
          <Link class="tl-link" href="/services">
            {say('times.directory')}
          </Link>
        </p>
      ) : (
        <AddForm {...props} />
      )}
    </SettingsFrame>
  )
}

function Times({ page, times }: Props) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('times.wing'), say('services.days'), say('services.hours')]
  return (
    <Table
      caption={say('times.title')}
      isCaptionHidden
      columns={[
        { text: say('services.service') },
        ...heads.map((text) => ({ text })),
        { text: say('times.end'), isForScreen: true },
      ]}
    >
      {times.map((time) => (
        <Row>
          <RowHead>
            {time.serviceName}
            <small>{time.providerName}</small>
          </RowHead>
          <Cell label={heads[0]!}>{time.wing === '' ? say('services.every-wing') : wingName(page, time.wing)}</Cell>
          <Cell label={heads[1]!}>{daysText(locale, time.weekdays)}</Cell>
          <Cell label={heads[2]!} class="tl-num">
            {hoursText(locale, time)}
            {time.place && <small>{time.place}</small>}
          </Cell>
          <Cell class="tl-noprint">
            <form method="post" action={`/settings/wing-times/${time.id}/end`}>
              <input type="hidden" name="formId" value={newId()} />
              <button type="submit" class="tl-linklike">
                {say('times.end')}
                <span class="govuk-visually-hidden">: {time.serviceName}</span>
              </button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function AddForm({ page, services, wings, form }: Props) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  const field = (name: string) => ({ name, value: typedText(form, name), error: error(name) })
  const choose = { value: '', text: say('course.choose') }
  return (
    <Section id="h-add" title={say('times.add')}>
      <form method="post" action="/settings/wing-times" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          {...field('serviceId')}
          label={say('services.service')}
          items={[
            choose,
            ...services.map(({ id, name, providerName }) => ({ value: id, text: `${name}, ${providerName}` })),
          ]}
        />
        {wings.length > 0 ? (
          <Select
            {...field('wing')}
            label={say('times.wing')}
            items={[
              { value: '', text: say('services.every-wing') },
              ...wings.map((wing) => ({ value: wing, text: wingName(page, wing) })),
            ]}
          />
        ) : (
          <Input {...field('wing')} label={say('times.wing')} hint={say('times.wing-hint')} width={10} />
        )}
        <Checkboxes
          name="weekdays"
          legend={say('services.days')}
          items={weekdays.map((day) => ({ value: String(day), text: say(`day.${day}`) }))}
          values={typedList(form, 'weekdays')}
          error={error('weekdays')}
          isSmall
        />
        <Input {...field('opens')} label={say('times.opens')} hint={say('times.opens-hint')} width={5} />
        <Input {...field('closes')} label={say('times.closes')} width={5} />
        <Input {...field('place')} label={say('times.place')} hint={say('times.place-hint')} width={20} />
        <Button>{say('times.save')}</Button>
      </form>
    </Section>
  )
}
