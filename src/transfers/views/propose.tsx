import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  DateInput,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Select,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

export interface ProposeProps {
  page: PageContext
  frame: CaseFrame
  takers: readonly { id: string; name: string }[]
  form: { typed: Typed; problems: Problem[] }
}

/** Offers the case to another agency. */
export function ProposePage({ page, frame, takers, form }: ProposeProps) {
  const say = words(page.locale)
  const title = say('propose.title', { name: frame.calledName })
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{say('propose.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('propose.sub')} />
      <Note>
        <p>{say('propose.what-they-see')}</p>
      </Note>
      <form method="post" action={`/cases/${frame.caseId}/transfer`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="toAgencyId"
          label={say('propose.agency')}
          value={typedText(form, 'toAgencyId')}
          error={error('toAgencyId')}
          items={[
            { value: '', text: say('propose.choose') },
            ...takers.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <DateInput
          name="byOn"
          legend={{ text: say('propose.by') }}
          hint={say('propose.by-hint')}
          values={dayBoxes(form, 'byOn')}
          error={error('byOn')}
        />
        <CharacterCount
          name="reason"
          label={say('propose.reason')}
          hint={say('propose.reason-hint')}
          maxLength={1_000}
          rows={4}
          value={typedText(form, 'reason')}
          error={error('reason')}
        />
        <Button>{say('propose.button')}</Button>
      </form>
    </CaseLayout>
  )
}
