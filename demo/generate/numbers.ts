// Numbers that pass every check and can be nobody's. Which ranges, and why:
//  prison number  ?99..??    two nines after the letter, as in all the product's pictures; letters are given out in order of time
//                            and each fills only the start of its thousands.
//  probation CRN  Z......    no area has the letter Z.
//  PNC            serials from 9,000,000, a year's real ones stay under one million.
//  CRO            serials from 900,000, likewise.
//  NHS            999 ... ...., which the NHS keeps for tests.
//  telephones     01632 960..., 07700 900..., 0808 157 0...: Ofcom's numbers for drama.
//  postcodes      WX, which is no area. e-mail: .example (RFC 2606).

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ' // I, O and S look like digits; A is kept for the people of the pictures
const perLetter = 100 * letters.length ** 2
const stride = 24_919 // shares no factor with perLetter, so every number comes once before any comes twice

/** The prison number of the person with this index; no two are alike up to a million. */
export function prisonNumber(index: number): string {
  const serial = (index * stride + 4_711) % perLetter
  const pair = Math.floor(serial / 100)
  const digits = String(serial % 100).padStart(2, '0')
  return `${letters[1 + Math.floor(index / perLetter)]}99${digits}${letters[Math.floor(pair / letters.length)]}${letters[pair % letters.length]}`
}

export const probationNumber = (index: number): string =>
  `Z${String((index * 7_919 + 311) % 1_000_000).padStart(6, '0')}`
export const pncSerialFrom = (index: number): string => String(9_000_000 + (index % 1_000_000))
export const croSerialFrom = (index: number): string => String(900_000 + (index % 100_000))

/** The next ten digits from 999 on whose check digit exists. */
export function nhsNumber(index: number): string {
  const nine = String(999_000_000 + (index % 1_000_000))
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? nhsNumber(index + 500_000) : `${nine}${check}`
}

const referenceLetters = 'ACDEFGHJKLMNPQRTUVWXYZ' // never both of 0/O, 1/I, 5/S, 8/B

/** A reference that people can read out: 2 letters, 4 digits, 2 letters. */
export function referralReference(serial: number): string {
  const base = referenceLetters.length
  let left = (serial * 1_000_003 + 77_777) % (base ** 4 * 10_000)
  const take = (count: number) => {
    const taken = left % count
    left = Math.floor(left / count)
    return taken
  }
  const pair = () => referenceLetters[take(base)]! + referenceLetters[take(base)]!
  return `${pair()}${String(take(10_000)).padStart(4, '0')}${pair()}`
}
