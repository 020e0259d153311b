import { readBsn, readCodiceFiscale, readNhsNumber } from './health-and-tax-numbers.ts'
import { cleaned, type IdentifierKind, type Verdict } from './identifiers.ts'
import { readCro, readPnc } from './police-numbers.ts'

/**
 * Reads a number as somebody wrote it.
 *
 * @param year - this year, which tells 12/52494Q of 2012 from one of 1912.
 * @returns the form to store and what is wrong with it, if anything; never throws.
 */
export function readIdentifier(kind: IdentifierKind, text: string, year: number): Verdict {
  switch (kind) {
    case 'PRISON_NUMBER':
      return matching(/^[A-Z]\d{4}[A-Z]{2}$/, text)
    case 'CRN':
      return matching(/^[A-Z]\d{6}$/, text)
    case 'PNC':
      return readPnc(text, year)
    case 'CRO':
      return readCro(text)
    case 'NHS':
      return readNhsNumber(text)
    case 'CODICE_FISCALE':
      return readCodiceFiscale(text)
    case 'BSN':
      return readBsn(text)
  }
}

function matching(pattern: RegExp, text: string): Verdict {
  const canonical = cleaned(text)
  return pattern.test(canonical) ? { canonical } : { canonical, problem: 'malformed' }
}
