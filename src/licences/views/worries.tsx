import { mayWrite } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  DateInput,
  problemOf,
  Section,
  Select,
  StatusTag,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { typedText } from '../../platform/web/form.ts'
import type { Worry } from '../queries/worries.ts'
import { words } from '../words.ts'
import { worryKinds } from '../worry-kinds.ts'
import type { LicenceProps } from './licence-page.tsx'

/** What worries the person about licence, recall or release, and who answers by when. */
export function Worries(props: LicenceProps) {
  const { page, frame, worries } = props
  const say = words(page.locale)
  return (
    <Section id="h-worries" title={say('worries')}>
      {worries.length === 0 && <p class="govuk-body">{say('worries.none')}</p>}
      <ul class="tl-list">
        {worries.map((worry) => (
          <Line {...props} worry={worry} />
        ))}
      </ul>
      {mayWrite(frame, 'plan') && <WorryForm {...props} />}
    </Section>
  )
}

function Line({ page, frame, form, worry }: LicenceProps & { worry: Worry }) {
  const say = words(page.locale)
  const isLate = !worry.answeredAt && worry.dueOn < dayAt(page.now)
  return (
    <li>
      <b>{say(`about.${worry.about}`)}</b> {isLate && <StatusTag tone="bad">{say('worry.late')}</StatusTag>}
      <p class="tl-kept">{worry.words}</p>
      <p class="tl-quiet">
        {say('worry.owner', { name: worry.ownerName ?? '', day: formatDay(page.locale, worry.dueOn) })}
      </p>
      {worry.answeredAt && <p class="tl-kept">{say('worry.answered', { answer: worry.answer })}</p>}
      {!worry.answeredAt && mayWrite(frame, 'plan') && (
        <form method="post" action={`/licence-worries/${worry.id}/answer`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="caseId" value={frame.caseId} />
          <Textarea
            name="answer"
            id={`answer-${worry.id}`}
            label={say('worry.answer')}
            rows={2}
            error={problemOf(form.problems, 'answer', say)}
          />
          <Button kind="secondary">{say('worry.save-answer')}</Button>
        </form>
      )}
    </li>
  )
}

function WorryForm({ page, frame, form }: LicenceProps) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const workers = new Map(
    frame.team.flatMap(({ accountId, name }) => (accountId && name ? [[accountId, name] as const] : [])),
  )
  return (
    <form method="post" action={`/cases/${frame.caseId}/licence/worries`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        {...field('about')}
        label={say('worry.about')}
        items={worryKinds.map((kind) => ({ value: kind, text: say(`about.${kind}`) }))}
      />
      <Textarea {...field('worry')} label={say('worry.words')} hint={say('worry.words-hint')} rows={3} />
      <Select
        {...field('responsibleId')}
        label={say('worry.responsible')}
        items={[...workers].map(([value, text]) => ({ value, text }))}
      />
      <DateInput
        name="due"
        legend={say('worry.due')}
        values={dayBoxes(form, 'due')}
        error={problemOf(form.problems, 'due', say)}
      />
      <Button kind="secondary">{say('worry.save')}</Button>
    </form>
  )
}
