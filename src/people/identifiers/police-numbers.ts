import { cleaned, type Verdict } from './identifiers.ts'

/** I, O and S are left out; the remainder of a division by 23 picks the letter. */
const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY'
const checkLetterOf = (digits: string): string => checkLetters[Number(digits) % 23]!

const pncLong = /^((?:18|19|20)\d{2})\/?(\d{1,7})([A-Z])$/
const pncLongWhole = /^((?:18|19|20)\d{2})(\d{7})([A-Z])$/
const pncShort = /^(\d{2})\/?(\d{1,7})([A-Z])$/

/**
 * Reads a Police National Computer id in its long (2012/0052494Q) or short (12/52494Q) form.
 *
 * @param year - this year: a two-digit year up to it is of this century, a later one of the last.
 * @returns the long form with a serial of seven digits, right or wrong as its check letter may be.
 * @source PNC id: check letter = int(YY + NNNNNNN) mod 23.
 */
export function readPnc(text: string, year: number): Verdict {
  const clean = cleaned(text)
  const parts = pncParts(clean, year)
  if (!parts) return { canonical: clean, problem: 'malformed' }

  const { fullYear, serial, letter } = parts
  const canonical = `${fullYear}/${serial}${letter}`
  return letter === checkLetterOf(fullYear.slice(2) + serial) ? { canonical } : { canonical, problem: 'check-letter' }
}

/** The short form that people say and write: 12/52494Q for 2012/0052494Q. */
export function shortPnc(canonical: string): string {
  const [year = '', rest = ''] = canonical.split('/')
  return `${year.slice(2)}/${rest.replace(/^0+(?=\d)/, '')}`
}

function pncParts(clean: string, year: number): { fullYear: string; serial: string; letter: string } | undefined {
  // Without a slash, 20120052494Q could be cut in two places: eleven digits make it long.
  const long = clean.includes('/') ? pncLong.exec(clean) : pncLongWhole.exec(clean)
  const found = long ?? pncShort.exec(clean)
  if (!found) return undefined

  const [, yearText = '', serialText = '', letter = ''] = found
  const fullYear = long ? yearText : `${Number(yearText) <= year % 100 ? 20 : 19}${yearText}`
  if (Number(fullYear) > year) return undefined
  return { fullYear, serial: serialText.padStart(7, '0'), letter }
}

const croPlain = /^(\d{1,6})\/(\d{2})([A-Z])$/
const croSearchFile = /^SF(\d{2})\/(\d{1,6})([A-Z])$/

/**
 * Reads a Criminal Records Office number: 265416/21G, or SF39/4658A from the files of searches.
 *
 * @source CRO: the PNC's letters, int(YY + serial) mod 23; the serial is padded to six digits except in SF numbers.
 */
export function readCro(text: string): Verdict {
  const clean = cleaned(text)
  const plain = croPlain.exec(clean)
  if (plain) {
    const [, serialText = '', year = '', letter = ''] = plain
    const serial = serialText.padStart(6, '0')
    return judged(`${serial}/${year}${letter}`, letter, year + serial)
  }
  const searched = croSearchFile.exec(clean)
  if (!searched) return { canonical: clean, problem: 'malformed' }
  const [, year = '', serial = '', letter = ''] = searched
  return judged(clean, letter, year + serial)
}

function judged(canonical: string, letter: string, digits: string): Verdict {
  return letter === checkLetterOf(digits) ? { canonical } : { canonical, problem: 'check-letter' }
}

/** A PNC id with the check letter that its year and serial ask for; for made-up people. */
export const pncWithLetter = (year: string, serial: string): string =>
  `${year}/${serial.padStart(7, '0')}${checkLetterOf(year.slice(2) + serial.padStart(7, '0'))}`

/** A CRO number with the check letter that its serial and two-digit year ask for; for made-up people. */
export const croWithLetter = (serial: string, year: string): string =>
  `${serial.padStart(6, '0')}/${year}${checkLetterOf(year + serial.padStart(6, '0'))}`
