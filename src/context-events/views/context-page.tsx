import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Checkboxes, DateInput, Details, Empty, Input, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section, Select,
  StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type ContextEvent, eventKinds, ratings } from '../event-kinds.ts'
import { formatAmount } from '../format-amount.ts'
import { words } from '../words.ts'
import { EvidenceNavigation } from './evidence-navigation.tsx'

interface Props {
  page: PageContext
  events: readonly ContextEvent[]
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Everything that happened around the work, the latest first, and where the coordinator adds to it. */
export function ContextPage(props: Props) {
  const { page, events, mayKeep, form } = props
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={say('title')}
      subNavigation={<EvidenceNavigation page={page} current="context" />}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('title')} sub={say('sub')} />
      {events.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {events.map((event) => (
          <li>
            <EventLines page={page} event={event} />
            {mayKeep && (
              <form method="post" action={`/context/${event.id}/withdraw`}>
                <input type="hidden" name="formId" value={newId()} />
                <button type="submit" class="tl-linklike">
                  {say('withdraw')}
                  <span class="govuk-visually-hidden">: {event.title}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </PlainList>
      {mayKeep && <AddEvent {...props} />}
    </Layout>
  )
}

function EventLines({ page: { locale }, event }: { page: PageContext; event: ContextEvent }) {
  const say = words(locale)
  const day = (on: string) => formatDay(locale, on, 'short')
  const lines = [
    event.words,
    event.amountInPence !== null &&
      say('line.amount', {
        amount: formatAmount(locale, event.amountInPence, event.currency),
        lost: String(event.isLost),
      }),
    event.funder && say('line.funder', { funder: event.funder }),
    event.conditions && say('line.conditions', { conditions: event.conditions }),
    event.untilOn && say('line.until', { day: day(event.untilOn) }),
    event.rating && say('line.rating', { rating: say(`rating.${event.rating}`) }),
    event.actions && say('line.actions', { actions: event.actions }),
  ].filter(Boolean)
  return (
    <>
      <h2 class="govuk-heading-s tl-m0">{event.title}</h2>
      <p class="tl-m0 tl-quiet">
        {[day(event.happenedOn), event.organisation].filter(Boolean).join(', ')}{' '}
        <StatusTag>{say(`kind.${event.kind}`)}</StatusTag>
      </p>
      {lines.map((line) => (
        <p class="tl-m0">{line}</p>
      ))}
      <p class="tl-m0 tl-quiet">{say('line.source', { source: event.source })}</p>
    </>
  )
}

function AddEvent({ page, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-add" title={say('add')}>
      <form method="post" action="/context" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          {...field('kind')}
          legend={say('form.kind')}
          items={eventKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`), hint: say(`kind-hint.${kind}`) }))}
        />
        <Input {...field('title')} label={say('form.title')} hint={say('form.title-hint')} />
        <Input {...field('organisation')} label={say('form.organisation')} width={30} />
        <DateInput
          name="happenedOn"
          legend={say('form.happened')}
          values={dayBoxes(form, 'happenedOn')}
          error={problemOf(form.problems, 'happenedOn', say)}
        />
        <DateInput
          name="untilOn"
          legend={say('form.until')}
          hint={say('form.until-hint')}
          values={dayBoxes(form, 'untilOn')}
          error={problemOf(form.problems, 'untilOn', say)}
        />
        <Input {...field('source')} label={say('form.source')} hint={say('form.source-hint')} />
        <Textarea {...field('words')} label={say('form.words')} rows={3} />
        <Details summary={say('form.money')} isOpen={form.problems.length > 0}>
          <Input
            {...field('amount')}
            label={say('form.amount')}
            hint={say('form.amount-hint')}
            width={10}
            inputMode="decimal"
          />
          <Select
            {...field('currency')}
            label={say('form.currency')}
            items={(['GBP', 'EUR'] as const).map((value) => ({ value, text: say(`currency.${value}`) }))}
          />
          <Checkboxes
            name="isLost"
            items={[{ value: 'yes', text: say('form.lost') }]}
            values={typedList(form, 'isLost')}
            legend={say('form.lost-legend')}
            isSmall
          />
          <Input {...field('funder')} label={say('form.funder')} width={30} />
          <Input {...field('conditions')} label={say('form.conditions')} />
        </Details>
        <Details summary={say('form.inspection')} isOpen={form.problems.length > 0}>
          <Select
            {...field('rating')}
            label={say('form.rating')}
            items={[
              { value: '', text: say('form.no-rating') },
              ...ratings.map((rating) => ({ value: rating, text: say(`rating.${rating}`) })),
            ]}
          />
          <Textarea {...field('actions')} label={say('form.actions')} rows={3} />
        </Details>
        <Button preventDoubleClick>{say('form.button')}</Button>
      </form>
    </Section>
  )
}
