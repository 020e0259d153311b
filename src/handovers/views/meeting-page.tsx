import { CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  Details,
  Fieldset,
  Input,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { pointNumbers, threeParts } from '../handover-form.ts'
import { ways } from '../handover-states.ts'
import type { ShownHandover } from '../read-handover.ts'
import { words } from '../words.ts'

interface Props extends ShownHandover {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

const openPoints = 3

/** Writes a meeting of three down: the sender's signature. */
export function MeetingPage(props: Props) {
  const { page, frame, handover, form } = props
  const say = words(page.locale)
  const name = frame.calledName
  const title = say('hold.title', { name })
  const error = (field: string) => problemOf(form.problems, field, say)
  const field = (field: string) => ({ name: field, value: typedText(form, field), error: error(field) })
  const names = { PERSON: frame.shownName, SENDER: handover.fromName, RECEIVER: handover.toName }
  const isMoreOpen = pointNumbers
    .slice(openPoints)
    .some(
      (number) =>
        typedText(form, `point${number}`) || ['point', 'who', 'due'].some((part) => error(`${part}${number}`)),
    )
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/handovers/${handover.id}`}>{say('hold.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('hold.sub')} />
      <Note>
        <p>
          {say('hold.agenda')} <Link href={`/handovers/${handover.id}/agenda`}>{say('agenda.now')}</Link>
        </p>
      </Note>
      <form method="post" action={`/handovers/${handover.id}/meeting`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <DateInput
          name="day"
          legend={{ text: say('hold.day'), size: 's' }}
          hint={say('propose.day-hint')}
          values={dayBoxes(form, 'day')}
          error={error('day')}
        />
        <Input {...field('time')} label={say('propose.time')} hint={say('propose.time-hint')} width={5} />
        <Radios
          {...field('how')}
          legend={{ text: say('hold.way'), size: 's' }}
          items={ways.map((value) => ({ value, text: say(`way.${value}`) }))}
        />
        <Input {...field('place')} label={say('propose.place')} hint={say('propose.place-hint')} width="two-thirds" />
        <Checkboxes
          name="there"
          legend={{ text: say('hold.there'), size: 's' }}
          hint={say('hold.there-hint')}
          values={typedList(form, 'there')}
          error={error('there')}
          items={threeParts.map((part) => ({ value: part, text: names[part] }))}
        />
        <Input {...field('others')} label={say('hold.others')} hint={say('hold.others-hint')} width="two-thirds" />
        <Textarea
          {...field('ownWords')}
          label={say('hold.own-words', { name })}
          hint={say('hold.own-words-hint')}
          rows={4}
        />
        <h2 class="govuk-heading-m">{say('points')}</h2>
        <p class="govuk-body">{say('hold.points-text')}</p>
        {pointNumbers.slice(0, openPoints).map((number) => (
          <PointFields {...props} number={number} />
        ))}
        <Details summary={say('hold.more')} isOpen={isMoreOpen}>
          {pointNumbers.slice(openPoints).map((number) => (
            <PointFields {...props} number={number} />
          ))}
        </Details>
        <p class="govuk-body">{say('hold.signs')}</p>
        <Button preventDoubleClick>{say('hold.save')}</Button>
      </form>
    </CaseLayout>
  )
}

function PointFields({ page, frame, handover, form, number }: Props & { number: number }) {
  const say = words(page.locale)
  const names = { PERSON: frame.calledName, SENDER: handover.fromName, RECEIVER: handover.toName }
  const field = (part: string) => {
    const name = `${part}${number}`
    return { name, value: typedText(form, name), error: problemOf(form.problems, name, say) }
  }
  return (
    <Fieldset legend={{ text: say('hold.point', { number }), size: 's' }}>
      <Input {...field('point')} label={say('hold.what')} width="two-thirds" />
      <Select
        {...field('who')}
        label={say('hold.who')}
        items={[
          { value: '', text: say('propose.choose') },
          ...threeParts.map((part) => ({ value: part, text: names[part] })),
        ]}
      />
      <DateInput
        name={`due${number}`}
        legend={say('hold.due')}
        values={dayBoxes(form, `due${number}`)}
        error={problemOf(form.problems, `due${number}`, say)}
      />
    </Fieldset>
  )
}
