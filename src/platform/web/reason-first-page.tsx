import { wordsOf } from '../words.ts'
import { Button, CharacterCount, ProblemSummary, problemOf } from './components/index.ts'
import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }

const words = wordsOf({ en, it, nl })

interface Props {
  page: PageContext
  caseId: string
  /** Where they were going. */
  back: string
  typed?: string
  problem?: string | undefined
}

/** Before a case opens, where the law asks for a reason: says nothing of whose case it is. */
export function ReasonFirstPage({ page, caseId, back, typed = '', problem }: Props) {
  const say = words(page.locale)
  const problems = problem ? [{ field: 'reason', message: problem }] : []
  return (
    <Layout page={page} title={say('reason.title')} hasProblems={Boolean(problem)}>
      <ProblemSummary problems={problems} say={say} />
      <h1 class="govuk-heading-l">{say('reason.title')}</h1>
      <p class="govuk-body">{say('reason.why')}</p>
      <form method="post" action={`/cases/${caseId}/reason`} novalidate>
        <input type="hidden" name="back" value={back} />
        <CharacterCount
          name="reason"
          label={say('reason.label')}
          hint={say('reason.hint')}
          maxLength={500}
          rows={3}
          value={typed}
          error={problemOf(problems, 'reason', say)}
        />
        <Button>{say('reason.go')}</Button>
      </form>
    </Layout>
  )
}
