import { wordsOf } from '../words.ts'
import { Button } from './components/index.ts'
import type { Typed } from './form.ts'
import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }
import { provingField, provingPasskeyField } from './prove-again-page.tsx'

const words = wordsOf({ en, it, nl })

interface Props {
  page: PageContext
  /** Where the form was going. */
  action: string
  typed: Typed
}

/** A form that arrived after its session had ended: everything typed is in this page, and can be sent again. */
export function SignedOutPage({ page, action, typed }: Props) {
  const say = words(page.locale)
  const fields = Object.entries(typed)
    .filter(([name]) => !isSecret.has(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ name, text })))
  return (
    <Layout page={page} title={say('signed-out.title')}>
      <h1 class="govuk-heading-l">{say('signed-out.title')}</h1>
      <p class="govuk-body">{say('signed-out.body')}</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href="/sign-in?back=/account" target="_blank" rel="noopener">
            {say('signed-out.first')}
          </a>
        </li>
        <li>{say('signed-out.then')}</li>
      </ol>
      <form method="post" action={action}>
        {fields.map(({ name, text }) => (
          <input type="hidden" name={name} value={text} />
        ))}
        <Button>{say('signed-out.send')}</Button>
      </form>
      <h2 class="govuk-heading-m">{say('signed-out.typed')}</h2>
      {fields
        .filter(({ name, text }) => !isOurs.has(name) && text.trim())
        .map(({ text }) => (
          <blockquote class="tl-words">
            <p class="tl-kept">{text}</p>
          </blockquote>
        ))}
    </Layout>
  )
}

const isSecret = new Set(['password', 'old', provingField, provingPasskeyField]) // never written into a page
const isOurs = new Set(['formId', 'version']) // not typed by anybody
