import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Input,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { SavedView } from '../queries/saved.ts'
import { words } from '../words.ts'

interface SaveViewProps {
  page: PageContext
  query: string
  saved: SavedView[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Gives the list as it is filtered now a name of the reader's own. */
export function SaveViewPage({ page, query, saved, form }: SaveViewProps) {
  const say = words(page.locale)
  const sayProblem = (key: string) => say(key as 'save.missing')
  return (
    <Layout page={page} title={say('save.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={sayProblem} />
      <PageHead title={say('save.title')} />
      <form method="post" action="/releases/views">
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="query" value={query} />
        <Input
          name="name"
          label={say('save.name')}
          hint={say('save.hint')}
          width={20}
          value={typedText(form, 'name')}
          error={problemOf(form.problems, 'name', sayProblem)}
        />
        <ButtonGroup>
          <Button>{say('save.button')}</Button>
          <Link href={`/releases?${query}`}>{say('save.cancel')}</Link>
        </ButtonGroup>
      </form>
      {saved.length > 0 && (
        <Section id="own" title={say('save.own')}>
          <ul class="tl-list">
            {saved.map(({ id, name }) => (
              <li>
                <form method="post" action={`/releases/views/${id}/deletion`}>
                  <input type="hidden" name="formId" value={newId()} />
                  <button type="submit" class="tl-linklike">
                    {say('save.delete', { name })}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}
