import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { EndedCase } from '../queries.ts'
import { words } from '../words.ts'

export interface EndedCaseProps {
  page: PageContext
  ended: EndedCase
  mayReopen: boolean
  form: { typed: Typed; problems: Problem[] }
}

/** How one case ended, and the way to take it up again. */
export function EndedCasePage({ page, ended, mayReopen, form }: EndedCaseProps) {
  const { locale } = page
  const say = words(locale)
  const { name } = ended
  const title = say('one.title', { name })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/ended-cases">{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} />
      <Note>
        <p>{say(ended.isOurs ? 'one.closed' : 'one.closed-theirs', { agency: ended.agencyName })}</p>
      </Note>
      <SummaryList
        rows={[
          { key: say('one.reason'), value: say(`reason.${ended.reason}`, { name }) },
          ...(ended.words ? [{ key: say('one.words'), value: ended.words }] : []),
          ...(ended.personsWords ? [{ key: say('one.persons-words'), value: ended.personsWords }] : []),
          { key: say('one.when'), value: formatAt(locale, ended.endedAt) },
          { key: say('one.by'), value: [ended.endedByName, ended.agencyName].filter(Boolean).join(', ') },
          ...(ended.number ? [{ key: say('one.number'), value: ended.number }] : []),
        ]}
      />
      {ended.isOurs && mayReopen && (
        <Section id="h-again" title={say('again.title')}>
          <p class="govuk-body">{say('again.text')}</p>
          <form method="post" action={`/ended-cases/${ended.id}/reopen`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <CharacterCount
              name="words"
              label={say('again.why')}
              maxLength={1_000}
              rows={3}
              value={typedText(form, 'words')}
              error={problemOf(form.problems, 'words', say)}
            />
            <Button kind="secondary">{say('again.button')}</Button>
          </form>
        </Section>
      )}
    </Layout>
  )
}
