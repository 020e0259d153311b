import { createContext, useContext } from 'hono/jsx'
import { type Locale, wordsOf } from '../../words.ts'
import en from '../words/en.json' with { type: 'json' }
import it from '../words/it.json' with { type: 'json' }
import nl from '../words/nl.json' with { type: 'json' }

/** Words of the frame and of form controls, for a language. */
export const frameWords = wordsOf({ en, it, nl })

/** The language that components speak in. The layout provides it; so must a part that is sent without its page. */
export const PageLocale = createContext<Locale>('en')

/** The few words that belong to the frame and to form controls ("Error", "Show", "Next"), in the page's language. */
export function useWords() {
  return frameWords(useContext(PageLocale))
}
