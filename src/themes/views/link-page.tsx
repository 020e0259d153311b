import type { FoundPerson } from '../../people/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Empty, Input, PageHead, ProblemSummary, problemOf, Radios, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  theme: Theme
  /** Of those found, whom the reader may link. */
  people: readonly FoundPerson[]
  q: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where somebody's case is found and linked, with why. */
export function LinkPage({ page, theme, people, q, form }: Props) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  return (
    <Layout page={page} title={say('link')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/themes/${theme.id}`}>{theme.title}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('link')} sub={say('link.sub')} />
      <form method="get" action={`/themes/${theme.id}/cases/new`}>
        <Input name="q" label={say('link.find')} type="search" width={30} value={q} />
        <Button kind="secondary">{say('link.find-button')}</Button>
      </form>
      {q && people.length === 0 && (
        <Empty title={say('link.none')}>
          <p class="govuk-body">{say('link.none-text')}</p>
        </Empty>
      )}
      {people.length > 0 && (
        <form method="post" action={`/themes/${theme.id}/cases`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="q" value={q} />
          <Radios
            name="caseId"
            legend={say('link.who')}
            value={typedText(form, 'caseId')}
            error={error('caseId')}
            items={people.map(({ caseId, name, bornOn, prisonNumber, prison }) => ({
              value: caseId,
              text: name,
              hint: [bornOn && formatDay(page.locale, bornOn, 'full'), prisonNumber, prison].filter(Boolean).join(', '),
            }))}
          />
          <Textarea
            name="why"
            label={say('link.why')}
            hint={say('link.why-hint')}
            rows={3}
            value={typedText(form, 'why')}
            error={error('why')}
          />
          <Button preventDoubleClick>{say('link.button')}</Button>
        </form>
      )}
    </Layout>
  )
}
