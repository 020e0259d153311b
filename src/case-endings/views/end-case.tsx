import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Note,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Undone } from '../end-case.ts'
import { endingReasons } from '../reasons.ts'
import { words } from '../words.ts'

export interface EndCaseProps {
  page: PageContext
  frame: CaseFrame
  undone: Undone
  form: { typed: Typed; problems: Problem[] }
}

/** Ending a case: what is not finished, why it ends, how things stand and how the person sees it. */
export function EndCasePage({ page, frame, undone, form }: EndCaseProps) {
  const say = words(page.locale)
  const name = frame.calledName
  const title = say('end.title', { name })
  const error = (field: string) => problemOf(form.problems, field, say)
  const { services, offers, steps, appointments, isInCustody } = undone
  const open = Object.entries({ services, offers, steps, appointments }).filter(([, count]) => count > 0)
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/team`}>{say('end.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('end.sub', { name })} />
      {(open.length > 0 || isInCustody) && (
        <Note title={say('end.open')} tone="warn">
          <PlainList>
            {isInCustody && <li>{say('end.in-custody', { name })}</li>}
            {open.map(([kind, count]) => (
              <li>{say(`end.${kind as 'steps'}`, { count })}</li>
            ))}
          </PlainList>
        </Note>
      )}
      <Note>
        <p>{say('end.what-happens')}</p>
      </Note>
      <form method="post" action={`/cases/${frame.caseId}/end`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="reason"
          legend={{ text: say('end.reason') }}
          value={typedText(form, 'reason')}
          error={error('reason')}
          items={endingReasons.map((value) => ({ value, text: say(`reason.${value}`, { name }) }))}
        />
        <CharacterCount
          name="words"
          label={say('end.words', { name })}
          hint={say('end.words-hint')}
          maxLength={1_000}
          rows={4}
          value={typedText(form, 'words')}
          error={error('words')}
        />
        <CharacterCount
          name="personsWords"
          label={say('end.persons-words', { name })}
          hint={say('end.persons-words-hint')}
          maxLength={1_000}
          rows={3}
          value={typedText(form, 'personsWords')}
          error={error('personsWords')}
        />
        <Button>{say('end.button')}</Button>
      </form>
    </CaseLayout>
  )
}
