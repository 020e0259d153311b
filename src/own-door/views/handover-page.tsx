import { formatAt, formatDay } from '../../platform/dates.ts'
import { Button, ProblemSummary, problemOf, Radios, Section, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnHandover } from '../queries/handover.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'
import { ShortLines } from './short-lines.tsx'

interface Props {
  page: PageContext
  found: OwnHandover | 'none'
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** Where the person reads who will work with them and what was agreed, and says yes or no. */
export function HandoverPage({ page, found, form, isDone }: Props) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('handover.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('handover.kept')}
        </p>
      )}
      {found === 'none' ? (
        <>
          <p class="govuk-body-l">{say('handover.none')}</p>
          {form.problems.length > 0 && <p class="govuk-body-l tl-kept">{typedText(form, 'words')}</p>}
        </>
      ) : (
        <Meeting page={page} handover={found} form={form} />
      )}
    </PersonLayout>
  )
}

type MeetingProps = Pick<Props, 'page' | 'form'> & { handover: OwnHandover }

function Meeting(props: MeetingProps) {
  const { locale } = props.page
  const { handover } = props
  const say = words(locale)
  const { from, fromAgency, to, toAgency, state, heldAt } = handover
  const at = (instant: string) => formatAt(locale, new Date(instant), 'long')
  return (
    <>
      <p class="govuk-body-l">{say(`handover.${state}`, { from, to })}</p>
      <ul class="govuk-list govuk-body-l">
        <li>{say('handover.from', { name: from, agency: fromAgency })}</li>
        <li>{say('handover.to', { name: to, agency: toAgency })}</li>
        <li>
          {heldAt
            ? say('handover.held', { at: at(heldAt) })
            : say('handover.meets', { at: at(handover.meetsAt), how: say(`handover.way.${handover.meetsHow}`) })}
          {!heldAt && handover.meetsPlace && `, ${handover.meetsPlace}`}
        </li>
      </ul>
      {heldAt && <Agreed {...props} />}
      {handover.answeredAt && (
        <Section id="answered" title={say('handover.yours')}>
          <p class="govuk-body-l">
            {say(state === 'DISAGREED' || state === 'GONE_ON' ? 'handover.no' : 'handover.yes')},{' '}
            {at(handover.answeredAt)}
          </p>
          {handover.answerWords !== '' && <p class="govuk-body-l tl-kept">{handover.answerWords}</p>}
        </Section>
      )}
      {state !== 'PROPOSED' && state !== 'ACCEPTED' && <Answer {...props} />}
    </>
  )
}

function Agreed({ page: { locale }, handover }: MeetingProps) {
  const say = words(locale)
  const { points, ownWords, from, to } = handover
  const names = { PERSON: say('record.you'), SENDER: from, RECEIVER: to }
  return (
    <Section id="agreed" title={say('handover.agreed')}>
      {points.length === 0 && <p class="govuk-body-l">{say('handover.agreed-none')}</p>}
      <ul class="govuk-list govuk-list--bullet govuk-body-l">
        {points.map(({ words: said, who, dueOn }) => (
          <li>
            <ShortLines
              lines={[said, names[who], dueOn && say('record.by', { day: formatDay(locale, dueOn, 'long') })]}
            />
          </li>
        ))}
      </ul>
      {ownWords !== '' && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{say('handover.you-said')}</p>
          <p class="govuk-body-l tl-kept">{ownWords}</p>
        </div>
      )}
    </Section>
  )
}

/** A yes can become a no, and a no a yes, until the other worker has signed. */
function Answer({ page, handover, form }: MeetingProps) {
  const say = words(page.locale)
  const { state, to } = handover
  const mayYes = state !== 'AGREED'
  const mayNo = state === 'HELD' || state === 'AGREED'
  const choices = [
    mayYes && { value: 'yes', text: say('handover.yes') },
    mayNo && { value: 'no', text: say('handover.no') },
  ]
  return (
    <form method="post" action="/me/handover" novalidate>
      <Radios
        name="answer"
        legend={{ text: say(handover.answeredAt ? 'handover.ask-again' : 'handover.ask', { to }), size: 'm' }}
        value={typedText(form, 'answer')}
        error={problemOf(form.problems, 'answer', say)}
        items={choices}
      />
      <Textarea
        name="words"
        label={say('handover.words')}
        hint={say('handover.words-hint')}
        value={typedText(form, 'words')}
        error={problemOf(form.problems, 'words', say)}
        rows={5}
      />
      <Button preventDoubleClick>{say('handover.button')}</Button>
    </form>
  )
}
