import { type CaseFrame, CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Input, InsetText, NotificationBanner, PageHead, ProblemSummary, problemOf, Radios, Select } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import type { KeptChoice } from '../queries/choices.ts'
import { hoursBefore, reminderWays } from '../ways.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  choice: KeptChoice | undefined
  form: { typed: Typed; problems: Problem[] }
  mayChange: boolean
  areTextsSent: boolean
  isDone: boolean
}

/** How a person wants to be reminded of appointments: asked with them, and theirs to take back. */
export function ChoicePage(props: Props) {
  const { page, frame, form, isDone } = props
  const say = words(page.locale)
  const name = frame.calledName
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="appointments"
      title={say('choice.title')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`/cases/${frame.caseId}/appointments`}>{say('choice.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && <NotificationBanner isSuccess text={say('choice.done')} />}
      <PageHead title={say('choice.title')} sub={say('choice.sub', { name })} />
      {!sees(frame, 'contact') && <PartNotSeen locale={page.locale} frame={frame} />}
      {frame.diedOn && <p class="govuk-body-l">{say('choice.died', { name })}</p>}
      {sees(frame, 'contact') && !frame.diedOn && <Asked {...props} />}
    </CaseLayout>
  )
}

function Asked(props: Props) {
  const { page, frame, choice, mayChange } = props
  const say = words(page.locale)
  if (mayChange) return <ChoiceForm {...props} />
  return (
    <InsetText>
      {choice ? `${say(`way.${choice.way}`)} ${choice.to}` : say('choice.not-asked', { name: frame.calledName })}
    </InsetText>
  )
}

function ChoiceForm({ page, frame, choice, form, areTextsSent }: Props) {
  const say = words(page.locale)
  const name = frame.calledName
  const field = (of: string) => ({ name: of, value: typedText(form, of), error: problemOf(form.problems, of, say) })
  return (
    <form method="post" action={`/cases/${frame.caseId}/reminders`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={typedText(form, 'version') || (choice?.version ?? 0)} />
      <Radios
        {...field('way')}
        legend={{ text: say('choice.way', { name }), size: 'm' }}
        items={reminderWays.map((way) => ({
          value: way,
          text: say(`way.${way}`),
          hint:
            way === 'TEXT' && !areTextsSent
              ? say('way.TEXT-waits')
              : way === 'TEXT'
                ? undefined
                : say(`way.${way}-hint`),
        }))}
      />
      <Input
        {...field('phone')}
        label={say('choice.phone')}
        hint={say('choice.phone-hint', { name })}
        type="tel"
        width={20}
      />
      <Input
        {...field('email')}
        label={say('choice.email')}
        hint={say('choice.email-hint', { name })}
        type="email"
        width={30}
      />
      <Select
        {...field('locale')}
        label={say('choice.locale')}
        value={typedText(form, 'locale') || page.locale}
        items={locales.map((locale) => ({ value: locale, text: localeNames[locale] }))}
      />
      <Select
        {...field('hoursBefore')}
        label={say('choice.hours')}
        value={typedText(form, 'hoursBefore') || 24}
        items={hoursBefore.map((hours) => ({
          value: hours,
          text: say('choice.hours-before', { hours, days: hours / 24 }),
        }))}
      />
      <Radios
        {...field('namesAgency')}
        legend={{ text: say('choice.names-agency', { name }), size: 'm' }}
        hint={say('choice.names-agency-hint')}
        isSmall
        items={[
          { value: 'no', text: say('choice.no') },
          { value: 'yes', text: say('choice.yes') },
        ]}
      />
      <Button>{say('choice.save')}</Button>
    </form>
  )
}
