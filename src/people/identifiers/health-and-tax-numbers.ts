import { cleaned, type Verdict } from './identifiers.ts'

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[\s.-]+/g, '')

/**
 * Reads an NHS number, ten digits however they are grouped.
 *
 * @source NHS Data Dictionary: weights 10 to 2, check digit 11 - (sum mod 11); 11 counts as 0 and 10 is never given out.
 */
export function readNhsNumber(text: string): Verdict {
  const canonical = digitsOf(text)
  if (!/^\d{10}$/.test(canonical)) return { canonical, problem: 'malformed' }

  const sum = weighted(canonical.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2])
  const check = (11 - (sum % 11)) % 11
  return check === Number(canonical[9]) ? { canonical } : { canonical, problem: 'check-digit' }
}

/**
 * Reads a Dutch citizen service number (BSN), nine digits; eight are an old form that lacks its leading zero.
 *
 * @source Wet algemene bepalingen burgerservicenummer: weights 9 to 2 and -1, the sum divisible by 11.
 */
export function readBsn(text: string): Verdict {
  const digits = digitsOf(text)
  if (!/^\d{8,9}$/.test(digits) || Number(digits) === 0) return { canonical: digits, problem: 'malformed' }

  const canonical = digits.padStart(9, '0')
  const isRight = weighted(canonical, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0
  return isRight ? { canonical } : { canonical, problem: 'check-digit' }
}

const weighted = (digits: string, weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

// Two people may get the same sixteen characters: then digits give way to the letters L to V (omocodia).
const codiceFiscale = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const oddPlace = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/**
 * Reads an Italian tax code.
 *
 * @source Decreto ministeriale 23 dicembre 1976 n. 13813: values of odd and even places, the sum mod 26 is the letter.
 */
export function readCodiceFiscale(text: string): Verdict {
  const canonical = cleaned(text)
  if (!codiceFiscale.test(canonical)) return { canonical, problem: 'malformed' }
  return canonical[15] === lastLetterOf(canonical.slice(0, 15)) ? { canonical } : { canonical, problem: 'check-letter' }
}

/** The last letter that fifteen characters of a tax code ask for. */
export function lastLetterOf(first: string): string {
  let sum = 0
  for (const [index, character] of [...first].entries()) {
    const value = /\d/.test(character) ? Number(character) : alphabet.indexOf(character)
    sum += index % 2 === 0 ? oddPlace[value]! : value
  }
  return alphabet[sum % 26]!
}
