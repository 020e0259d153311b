import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  form: FormState<unknown>
}

/** Writes down that somebody asks for a copy. */
export function NewPage({ page, frame, form }: Props) {
  const say = words(page.locale)
  const problem = (field: string) => problemOf(form.problems, field, say)
  const agencies = new Map(frame.team.map(({ agencyId, agencyName }) => [agencyId, agencyName]))
  const title = say('new.title')
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{frame.shownName}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('new.sub')} />
      <form method="post" action={`/cases/${frame.caseId}/subject-access`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="askedBy"
          legend={{ text: say('new.asked-by'), size: 's' }}
          value={typedText(form, 'askedBy')}
          error={problem('askedBy')}
          items={(['PERSON', 'REPRESENTATIVE'] as const).map((value) => ({ value, text: say(`asked-by.${value}`) }))}
        />
        <Input
          name="askerName"
          label={say('new.asker')}
          hint={say('new.asker-hint')}
          value={typedText(form, 'askerName')}
          error={problem('askerName')}
        />
        <Radios
          name="channel"
          legend={{ text: say('new.channel'), size: 's' }}
          value={typedText(form, 'channel')}
          error={problem('channel')}
          items={(['LETTER', 'EMAIL', 'SPOKEN', 'FORM'] as const).map((value) => ({
            value,
            text: say(`channel.${value}`),
          }))}
        />
        <DateInput
          name="receivedOn"
          legend={{ text: say('new.received'), size: 's' }}
          values={dayBoxes(form, 'receivedOn')}
          error={problem('receivedOn')}
        />
        <Radios
          name="proof"
          legend={{ text: say('new.proof'), size: 's' }}
          hint={say('new.proof-hint')}
          value={typedText(form, 'proof')}
          error={problem('proof')}
          items={(['KNOWN', 'DOCUMENT', 'AUTHORITY', 'none'] as const).map((value) => ({
            value,
            text: say(`proof.${value}`),
          }))}
        />
        <Checkboxes
          name="agencyIds"
          legend={{ text: say('new.agencies'), size: 's' }}
          hint={say('new.agencies-hint')}
          isSmall
          values={typedList(form, 'agencyIds')}
          items={[...agencies].map(([value, text]) => ({ value, text }))}
        />
        <Radios
          name="locale"
          legend={{ text: say('new.locale'), size: 's' }}
          isInline
          value={typedText(form, 'locale')}
          error={problem('locale')}
          items={locales.map((value) => ({ value, text: localeNames[value] }))}
        />
        <Button preventDoubleClick>{say('new.button')}</Button>
      </form>
    </CaseLayout>
  )
}
