import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Empty,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { correctionKinds } from '../kinds.ts'
import type { Fact } from '../queries/facts.ts'
import { words } from '../words.ts'
import { factText } from './fact-text.ts'

export interface SayProps {
  page: PageContext
  frame: CaseFrame
  facts: readonly Fact[]
  form: { typed: Typed; problems: Problem[] }
}

/** Says something beside a fact of the case. */
export function SayPage({ page, frame, facts, form }: SayProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('say.title')
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/corrections`}>{say('case.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('say.sub')} />
      {facts.length === 0 ? (
        <Empty title={say('say.no-facts')} />
      ) : (
        <form method="post" action={`/cases/${frame.caseId}/corrections`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="ownRequestId" value={typedText(form, 'ownRequestId')} />
          <Select
            name="fact"
            label={say('say.fact')}
            value={typedText(form, 'fact')}
            error={error('fact')}
            items={[
              { value: '', text: say('say.choose') },
              ...facts.map((fact) => ({ value: fact.value, text: factText(locale, fact, fact.at) })),
            ]}
          />
          <Radios
            name="kind"
            legend={{ text: say('say.kind'), size: 'm' }}
            items={correctionKinds.map((value) => ({
              value,
              text: say(`kind.${value}`),
              hint: say(`kind.${value}-hint`),
            }))}
            value={typedText(form, 'kind')}
            error={error('kind')}
          />
          <CharacterCount
            name="words"
            label={say('say.words')}
            hint={say('say.words-hint')}
            maxLength={2_000}
            rows={5}
            value={typedText(form, 'words')}
            error={error('words')}
          />
          <Button>{say('say.button')}</Button>
        </form>
      )}
    </CaseLayout>
  )
}
