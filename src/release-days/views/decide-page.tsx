import { CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Input,
  ProblemSummary,
  problemOf,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Rehearsal } from '../read-rehearsal.ts'
import { modes } from '../the-day/day-plan.ts'
import { words } from '../words.ts'

interface Props extends Rehearsal {
  page: PageContext
  day: FormState<unknown>
  stop: FormState<unknown>
}

/** From where, when, with how much money and how; who meets; and where to be without being booked. */
export function DecidePage({ page, frame, day, stop }: Props) {
  const say = words(page.locale)
  const problems = [...day.problems, ...stop.problems]
  const fieldOf = (form: FormState<unknown>) => (name: string) => ({
    ...{ name, value: typedText(form, name), error: problemOf(form.problems, name, say) },
  })
  const [ofDay, ofStop] = [fieldOf(day), fieldOf(stop)]
  const address = `/cases/${frame.caseId}/release-day`
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="release-day"
      title={say('decide.title')}
      hasProblems={problems.length > 0}
    >
      <BackLink href={address}>{say('title')}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <h1 class="govuk-heading-l">{say('decide.title')}</h1>
      <form method="post" action={address} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input {...ofDay('gatePlace')} label={say('decide.gate')} hint={say('decide.place-hint')} />
        <Input {...ofDay('gateAt')} label={say('decide.gate-at')} width={5} />
        <Input {...ofDay('cashInPence')} label={say('decide.cash')} prefix="£" width={5} inputMode="decimal" />
        <Select
          {...ofDay('mode')}
          label={say('decide.mode')}
          items={modes.map((mode) => ({ value: mode, text: say(`by.${mode}`) }))}
        />
        <Input {...ofDay('homePlace')} label={say('decide.home')} hint={say('decide.home-hint')} />
        <Input {...ofDay('meetsName')} label={say('decide.meets')} width={20} />
        <Button>{say('decide.save')}</Button>
      </form>
      <Section id="h-stop" title={say('stop.title')}>
        <p class="govuk-body">{say('stop.text')}</p>
        <form method="post" action={`${address}/stops`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...ofStop('title')} label={say('stop.what')} />
          <Input {...ofStop('place')} label={say('stop.place')} hint={say('decide.place-hint')} />
          <Input {...ofStop('opensAt')} label={say('stop.opens')} width={5} />
          <Input {...ofStop('closesAt')} label={say('stop.closes')} width={5} />
          <Input {...ofStop('lengthInMinutes')} label={say('stop.length')} width={4} inputMode="numeric" />
          {frame.sight.health && (
            <Checkboxes
              name="isMedicine"
              values={typedText(stop, 'isMedicine') ? ['yes'] : []}
              items={[{ value: 'yes', text: say('stop.medicine'), hint: say('stop.medicine-hint') }]}
            />
          )}
          <Button kind="secondary">{say('stop.save')}</Button>
        </form>
      </Section>
    </CaseLayout>
  )
}
