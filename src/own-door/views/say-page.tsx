import { Button, ProblemSummary, problemOf, Radios, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { requestKinds } from '../request-kinds.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

/** Where the person says something, and reads beforehand who will see it. */
export function SayPage({ page, form }: { page: PageContext; form: Form }) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('say.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <p class="govuk-body-l">{say('say.text')}</p>
      <form method="post" action="/me/say" novalidate>
        <Radios
          name="kind"
          legend={{ text: say('say.kind'), size: 'm' }}
          value={typedText(form, 'kind')}
          error={problemOf(form.problems, 'kind', say)}
          items={requestKinds.map((value) => ({ value, text: say(`kind.${value}`) }))}
        />
        <Textarea
          name="words"
          label={say('say.words')}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
          rows={6}
        />
        <Button preventDoubleClick>{say('say.button')}</Button>
      </form>
    </PersonLayout>
  )
}
