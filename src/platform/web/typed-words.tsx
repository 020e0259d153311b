import { wordsOf } from '../words.ts'
import { type Typed, typedBody } from './form.ts'
import type { PageContext } from './page-context.ts'
import en from './problem-words/en.json' with { type: 'json' }
import it from './problem-words/it.json' with { type: 'json' }
import nl from './problem-words/nl.json' with { type: 'json' }

const words = wordsOf({ en, it, nl })

/**
 * What somebody wrote into a form that was not kept, for them to copy. Their browser has it no more: it keeps nothing of a page that may
 * not be stored, and "back" opens an empty form.
 */
export function TypedWords({ page, sent }: { page: PageContext; sent: unknown }) {
  const written = writtenIn(typedBody.parse(sent))
  if (written.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words(page.locale)('signed-out.typed')}</h2>
      {written.map((text) => (
        <blockquote class="tl-words">
          <p class="tl-kept">{text}</p>
        </blockquote>
      ))}
    </>
  )
}

const mayBeSecret = /passw|passkey|secret|^old$|code/i
const isWritten = /\S\s+\S/ // more than one word: no id, no choice, no day

const writtenIn = (typed: Typed): string[] =>
  Object.entries(typed)
    .filter(([name]) => !mayBeSecret.test(name))
    .flatMap(([, value]) => [value ?? []].flat())
    .filter((text) => isWritten.test(text))
