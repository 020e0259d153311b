import { wordsOf } from '../platform/words.ts'
import en from './words/en.json' with { type: 'json' }
import it from './words/it.json' with { type: 'json' }
import nl from './words/nl.json' with { type: 'json' }

export const words = wordsOf({ en, it, nl })
