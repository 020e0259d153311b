import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  DateInput,
  Input,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
  WayOn,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ways } from '../handover-states.ts'
import type { Receiver } from '../queries/lists.ts'
import { words } from '../words.ts'

export interface ProposeProps {
  page: PageContext
  frame: CaseFrame
  receivers: readonly Receiver[]
  ownAgencyId: string
  form: { typed: Typed; problems: Problem[] }
}

/** Proposes a meeting of three, by which the person is handed over. */
export function ProposePage({ page, frame, receivers, ownAgencyId, form }: ProposeProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('propose.title', { name: frame.calledName })
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const named = (each: Receiver) =>
    say('propose.worker', {
      name: each.name,
      agency: each.agencyId === ownAgencyId ? 'NONE' : each.agencyName,
      isNamed: each.isNamed ? 'yes' : 'no',
    })
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{say('propose.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('propose.sub')} />
      <Note>
        <p>{say('propose.how-it-goes', { name: frame.calledName })}</p>
        {frame.releaseOn && <p>{say('propose.release', { day: formatDay(locale, frame.releaseOn, 'long') })}</p>}
      </Note>
      <form method="post" action={`/cases/${frame.caseId}/handover`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          {...field('toAccountId')}
          label={say('propose.receiver', { name: frame.calledName })}
          hint={say('propose.receiver-hint')}
          items={[
            { value: '', text: say('propose.choose') },
            ...receivers.map((each) => ({ value: each.accountId, text: named(each) })),
          ]}
        />
        <WayOn href={`/cases/${frame.caseId}/team`}>{say('propose.missing')}</WayOn>
        <DateInput
          name="day"
          legend={{ text: say('propose.day'), size: 's' }}
          hint={say('propose.day-hint')}
          values={dayBoxes(form, 'day')}
          error={problemOf(form.problems, 'day', say)}
        />
        <Input {...field('time')} label={say('propose.time')} hint={say('propose.time-hint')} width={5} />
        <Radios
          {...field('how')}
          legend={{ text: say('propose.way'), size: 's' }}
          items={ways.map((value) => ({ value, text: say(`way.${value}`) }))}
        />
        <Input {...field('place')} label={say('propose.place')} hint={say('propose.place-hint')} width="two-thirds" />
        <CharacterCount
          {...field('why')}
          label={say('propose.why')}
          hint={say('propose.why-hint')}
          maxLength={1_000}
          rows={4}
        />
        <Button preventDoubleClick>{say('propose.button')}</Button>
      </form>
    </CaseLayout>
  )
}
