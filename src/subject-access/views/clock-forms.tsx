import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Details, Input, problemOf, Radios, Section } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { extensionUntil } from '../clock.ts'
import { isOpen } from '../states.ts'
import { clockOf, type SubjectRequest, stateOf } from '../subject-request.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  asked: SubjectRequest
  form: FormState<unknown>
}

/** What moves the clock, for the agency that handles the request. */
export function ClockForms({ page, asked, form }: Props) {
  const say = words(page.locale)
  const state = stateOf(asked)
  if (!isOpen(state)) return null
  const path = `/subject-access/${asked.id}`
  const problem = (field: string) => problemOf(form.problems, field, say)
  const until = extensionUntil(clockOf(asked), asked.jurisdiction)
  const text = (field: string) => ({ name: field, value: typedText(form, field), error: problem(field) })
  return (
    <Section id="h-clock" title={say('clock.title')}>
      {state === 'NOT_PROVED' && (
        <Details summary={say('clock.prove')} isOpen>
          <form method="post" action={`${path}/proof`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <Radios
              name="proof"
              legend={say('new.proof')}
              hint={say('new.proof-hint')}
              value={typedText(form, 'proof')}
              error={problem('proof')}
              items={(['KNOWN', 'DOCUMENT', 'AUTHORITY'] as const).map((value) => ({
                value,
                text: say(`proof.${value}`),
              }))}
            />
            <DateInput
              name="provedOn"
              legend={say('clock.proved-on')}
              values={dayBoxes(form, 'provedOn')}
              error={problem('provedOn')}
            />
            <Button preventDoubleClick>{say('clock.prove-button')}</Button>
          </form>
        </Details>
      )}
      {state === 'ASKED_BACK' && (
        <form method="post" action={`${path}/answer`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button>{say('clock.answered-button')}</Button>
        </form>
      )}
      {state === 'DECIDING' && (
        <Typing
          summary={say('clock.ask')}
          action={`${path}/question`}
          button={say('clock.ask-button')}
          hint={say('clock.ask-hint')}
        >
          <Input {...text('question')} label={say('clock.question')} />
        </Typing>
      )}
      {until && dayAt(page.now) <= until && !asked.extendedAt && (
        <Typing
          summary={say('clock.extend')}
          action={`${path}/extension`}
          button={say('clock.extend-button')}
          hint={say('clock.extend-hint', { day: formatDay(page.locale, until, 'full') })}
        >
          <Input {...text('extension')} label={say('clock.reason')} />
        </Typing>
      )}
      <Typing summary={say('clock.withdraw')} action={`${path}/withdrawal`} button={say('clock.withdraw-button')}>
        <Input {...text('withdrawal')} label={say('clock.reason')} />
      </Typing>
    </Section>
  )
}

interface TypingProps {
  summary: string
  action: string
  button: string
  hint?: string
  children: ReturnType<typeof Input>
}

function Typing({ summary, action, button, hint, children }: TypingProps) {
  return (
    <Details summary={summary}>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {hint && <p class="govuk-body">{hint}</p>}
        {children}
        <Button kind="secondary" preventDoubleClick>
          {button}
        </Button>
      </form>
    </Details>
  )
}
