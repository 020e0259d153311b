import { dayOf, parseDay } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { type IdentifierKind, identifierKinds } from './identifiers/identifiers.ts'
import { readIdentifier } from './identifiers/read-identifier.ts'
import { type FoundPerson, selectFoundPeople } from './queries/find.ts'

export interface Sought {
  words: string
  numbers: string[]
  bornOn: string | null
}

/** Takes apart what somebody typed into the search: a date of birth, a number, and the rest as a name. */
export function readSought(text: string, year: number): Sought {
  const clean = text.replace(/\s+/g, ' ').trim().slice(0, 100)
  const date = /(\d{4}-\d{2}-\d{2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(clean)
  const worded = /(\d{1,2}) (\p{L}{3,}) (\d{4})/u.exec(clean)
  const found = date ?? worded
  const bornOn = dayIn(date, worded)
  const rest = (bornOn && found ? clean.replace(found[0], ' ') : clean).trim()

  const numbersIn = (part: string) => identifierKinds.flatMap((kind) => readable(kind, part, year))
  const parts = rest.split(' ')
  const numbers = [...new Set([rest, ...parts].filter((part) => /\d/.test(part)).flatMap(numbersIn))]
  // "Room 4" is no number of ours: what cannot be one is a part of the name.
  const isWhole = numbersIn(rest).length > 0
  const words = isWhole
    ? ''
    : parts
        .filter((part) => numbersIn(part).length === 0)
        .join(' ')
        .toLowerCase()
  return { words, numbers, bornOn: bornOn ?? null }
}

/**
 * People like a name (misspelt too), with a number, or born on a day, the likeliest first, among those whom the actor may
 * see. At most 20.
 *
 * @param text - as typed into the search.
 */
export function findPeople(reading: Reading, text: string, most = 20): Promise<FoundPerson[]> {
  const sought = readSought(text, reading.now.getUTCFullYear())
  return selectFoundPeople(reading, sought, most)
}

function readable(kind: IdentifierKind, text: string, year: number): string[] {
  const { canonical, problem } = readIdentifier(kind, text, year)
  return problem === 'malformed' ? [] : [canonical]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const otherMonths = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic']
const dutchMonths = ['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

function dayIn(date: RegExpExecArray | null, worded: RegExpExecArray | null): string | undefined {
  if (date?.[1]) return parseDay(date[1])
  if (date) return dayOf(Number(date[4]), Number(date[3]), Number(date[2]))
  if (!worded) return undefined
  const start = worded[2]!.slice(0, 3).toLowerCase()
  const month = [months, otherMonths, dutchMonths].map((names) => names.indexOf(start)).find((index) => index >= 0)
  return month === undefined ? undefined : dayOf(Number(worded[3]), month + 1, Number(worded[1]))
}
