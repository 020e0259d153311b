import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  PageHead,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

export interface AskProps {
  page: PageContext
  /** The form is sent to `/{kind}/exports`. */
  kind: string
  query: string
  /** The page that the file is taken from. */
  back: string
  peopleCount: number
  limit: number
  form: { typed: Typed; problems: Problem[] }
}

/** Why somebody needs a file about many people: drawn for whichever list it is. */
export function AskPage({ page, kind, query, back, peopleCount, limit, form }: AskProps) {
  const say = words(page.locale)
  const title = say('ask.title')
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={back}>{say('ask.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('ask.sub', { count: peopleCount, limit })} />
      <form method="post" action={`/${kind}/exports`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="query" value={query} />
        <CharacterCount
          name="reason"
          label={say('ask.reason')}
          hint={say('ask.reason-hint')}
          maxLength={1_000}
          rows={4}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        <Button preventDoubleClick>{say('ask.button')}</Button>
      </form>
    </Layout>
  )
}
