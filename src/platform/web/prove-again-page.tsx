import { wordsOf } from '../words.ts'
import { Button, PasswordInput, ProblemSummary } from './components/index.ts'
import type { Typed } from './form.ts'
import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }

const words = wordsOf({ en, it, nl })

/** The field in which a password comes again, beside whatever else was typed. */
export const provingField = 'password-again'

interface Props {
  page: PageContext
  /** Where the form goes: on to what was asked for. */
  action: string
  typed: Typed
}

/** Before what reaches far: the password again. Everything typed is kept, and goes on with it. */
export function ProveAgainPage({ page, action, typed }: Props) {
  const say = words(page.locale)
  const isWrong = typed[provingField] !== undefined
  const kept = Object.entries(typed)
    .filter(([name]) => name !== provingField)
    .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ name, text })))
  const wrong = isWrong ? say('prove.wrong') : undefined
  return (
    <Layout page={page} title={say('prove.title')} hasProblems={isWrong}>
      <ProblemSummary problems={isWrong ? [{ field: provingField, message: 'prove.wrong' }] : []} say={say} />
      <h1 class="govuk-heading-l">{say('prove.title')}</h1>
      <p class="govuk-body">{say('prove.why')}</p>
      <form method="post" action={action} novalidate>
        {kept.map(({ name, text }) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <PasswordInput name={provingField} width={20} label={say('prove.password')} error={wrong} />
        <Button preventDoubleClick>{say('prove.go')}</Button>
      </form>
    </Layout>
  )
}
