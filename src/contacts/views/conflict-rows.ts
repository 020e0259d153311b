import { formatAt } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { TypedNote } from '../note-form.ts'
import type { Note } from '../queries/notes.ts'
import { words } from '../words.ts'

/** What differs between the note that is kept and the one that was typed. */
export function conflictRows(locale: Locale, theirs: Note, mine: TypedNote) {
  const say = words(locale)
  const rows = [
    { part: say('form.body'), theirs: theirs.body, mine: mine.body },
    { part: say('notes.said'), theirs: theirs.ownWords, mine: mine.ownWords },
    { part: say('form.kind'), theirs: say(`kind.${theirs.kind}`), mine: say(`kind.${mine.kind}`) },
    { part: say('form.when'), theirs: formatAt(locale, theirs.happenedAt), mine: formatAt(locale, mine.happenedAt) },
    { part: say('form.length'), theirs: minutes(theirs.lengthInMinutes), mine: minutes(mine.lengthInMinutes) },
  ]
  return rows.filter((row) => row.theirs !== row.mine)
}

const minutes = (count: number | null) => (count === null ? '' : String(count))
