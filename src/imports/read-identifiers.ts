import {
  type IdentifierKind,
  identifierKinds,
  identifiersOf,
  type Jurisdiction,
  readIdentifier,
} from '../people/index.ts'
import type { IncomingIdentifier } from './incoming-person.ts'
import type { RowCells } from './row-cells.ts'

/** The number by which a country's prisons know a person: it tells whether a row is about somebody known. */
export const keyOf: Record<Jurisdiction, IdentifierKind> = {
  'UK-EW': 'PRISON_NUMBER',
  IT: 'CODICE_FISCALE',
  NL: 'BSN',
}

/**
 * Reads a row's numbers. One that is not of its kind at all stays as written, with a warning. One with a wrong check
 * letter keeps the row out: it has the form of somebody's number, and may be somebody else's.
 */
export function readIdentifiers(
  cells: RowCells,
  jurisdiction: Jurisdiction,
  year: number,
  hasBirth: boolean,
): IncomingIdentifier[] {
  const key = keyOf[jurisdiction]
  const identifiers: IncomingIdentifier[] = []
  for (const kind of identifierKinds) {
    const text = cells.text(kind)
    if (text === '') continue
    if (!identifiersOf[jurisdiction].includes(kind)) {
      cells.warn(kind, 'identifier-not-here')
      continue
    }
    const { canonical, problem } = readIdentifier(kind, text, year)
    if (problem === undefined) identifiers.push({ kind, value: canonical })
    else if (problem !== 'malformed') cells.reject(kind, problem)
    else if (kind === key) cells.reject(kind, 'key-malformed')
    else {
      cells.warn(kind, 'identifier-malformed')
      identifiers.push({ kind, value: text.slice(0, 40), problem })
    }
  }
  if (cells.text(key) === '') {
    // Without the number only name and date of birth can tell who this is.
    if (hasBirth) cells.warn(key, 'key-missing')
    else cells.reject(key, 'cannot-recognise')
  }
  return identifiers
}
