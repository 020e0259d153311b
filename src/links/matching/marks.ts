import { hashOf } from './keys.ts'
import { soundOf } from './likeness.ts'
import { hasShortNames } from './short-names.ts'
import type { Kind } from './values.ts'

/**
 * Numbers made of a value once, from which the level of most pairs can be told without their text: nearly all pairs differ, and
 * that is seen from which letters they have.
 */
export interface Marks {
  /** How many numbers. */
  width: number
  write(value: string, out: Int32Array, at: number): void
  /** The level of two values whose marks stand at two places; `untold` where the text has to be read. Never a level that the text would not have. */
  levelOf(cells: Int32Array, left: number, right: number): number
}

export const untold = -1

/** A day as eight digits of four bits; 0 where it has not eight, and all is untold. */
const date: Marks = {
  width: 1,
  write(value, out, at) {
    out[at] = /^\d{8}$/.test(value) ? Number.parseInt(value, 16) : 0
  },
  levelOf(cells, left, right) {
    const [a, b] = [cells[left]!, cells[right]!]
    if (a === 0 || b === 0) return untold
    const unlike = a ^ b
    const places = (unlike | (unlike >>> 1) | (unlike >>> 2) | (unlike >>> 3)) & 0x11111111
    const count = bitsIn(places)
    if (count === 1 || (count === 2 && isNeighbourSwap(a, b, 31 - Math.clz32(places)))) return 1
    if (((a & ~0xffff) | ((a & 0xff) << 8) | ((a >>> 8) & 0xff)) === b) return 1
    const same = Number(unlike >>> 16 === 0) + Number((unlike & 0xff00) === 0) + Number((unlike & 0xff) === 0)
    if (same === 2) return 2
    return Math.abs(monthOf(a) - monthOf(b)) <= 12 ? 3 : 4
  },
}

/** Whether the digit at the highest place that differs, and the one below it, changed places. */
function isNeighbourSwap(a: number, b: number, highest: number): boolean {
  if (highest < 4) return false
  const [one, two] = [(a >>> (highest - 4)) & 0xff, (b >>> (highest - 4)) & 0xff]
  return one >>> 4 === (two & 15) && two >>> 4 === (one & 15)
}

const digit = (day: number, place: number) => (day >>> (4 * place)) & 15
const monthOf = (day: number) =>
  (((digit(day, 7) * 10 + digit(day, 6)) * 10 + digit(day, 5)) * 10 + digit(day, 4)) * 12 +
  digit(day, 3) * 10 +
  digit(day, 2)

const different = { identifier: 3, postcode: 3, text: 3, name: 4 }

/** One slip changes which letters there are by two at most. */
const identifier: Marks = {
  width: 1,
  write(value, out, at) {
    out[at] = lettersOf(value)
  },
  levelOf: (cells, left, right) => (bitsIn(cells[left]! ^ cells[right]!) > 4 ? different.identifier : untold),
}

/** Besides, the first two letters, which a district has the same. */
const postcode: Marks = {
  width: 2,
  write(value, out, at) {
    out[at] = lettersOf(value)
    out[at + 1] = value.charCodeAt(0) * 65_536 + value.charCodeAt(1)
  },
  levelOf: (cells, left, right) =>
    cells[left + 1] !== cells[right + 1] && bitsIn(cells[left]! ^ cells[right]!) > 2 ? different.postcode : untold,
}

/** Its letters, those that come more than once, how it begins and how long it is: enough to say how alike two can be at most. */
function writeLetters(value: string, out: Int32Array, at: number): void {
  const looked = value.slice(0, longest)
  out[at] = lettersOf(looked)
  let once = 0
  for (const letter of looked) {
    const bit = lettersOf(letter)
    if (once & bit) out[at + 1]! |= bit
    once |= bit
  }
  let beginning = 0
  for (let place = 0; place < 4; place += 1) beginning = (beginning << 5) | (value.charCodeAt(place) & 31)
  out[at + 2] = (beginning << 5) | Math.min(value.length, longest)
}

const longest = 31 // letters that Jaro-Winkler looks at

/** What Jaro-Winkler can say at most: letters that only one of them has are not matched. */
function mostAlike(cells: Int32Array, left: number, right: number): number {
  const unlike = cells[left]! ^ cells[right]!
  const moreUnlike = cells[left + 1]! ^ cells[right + 1]!
  const [a, b] = [cells[left + 2]!, cells[right + 2]!]
  const [ofOne, ofOther] = [a & 31, b & 31]
  const lost = bitsIn(unlike & cells[left]!) + bitsIn(moreUnlike & cells[left + 1]!)
  const gained = bitsIn(unlike & cells[right]!) + bitsIn(moreUnlike & cells[right + 1]!)
  const most = Math.min(ofOne - lost, ofOther - gained)
  if (most <= 0) return 0
  const jaro = (most / ofOne + most / ofOther + 1) / 3
  const same = Math.min(4, (Math.clz32((a ^ b) >>> 5) - 12) / 5) // of the first letters
  return jaro + Math.floor(same) * 0.1 * (1 - jaro)
}

/** Besides, a bit for each word. */
const text: Marks = {
  width: 4,
  write(value, out, at) {
    writeLetters(value, out, at)
    out[at + 3] = wordsOf(value)
  },
  levelOf(cells, left, right) {
    if (bitsIn(cells[left]! ^ cells[right]!) <= 4 || mostAlike(cells, left, right) >= 0.86) return untold
    const [words, others] = [cells[left + 3]!, cells[right + 3]!]
    if (words === anyWords || others === anyWords) return untold
    return bitsIn(words & others) * 2 >= Math.max(bitsIn(words), bitsIn(others)) ? untold : different.text
  },
}

const hasWords = 1 << 30
const hasShort = 1 << 29

/** Besides, how it sounds, and whether it has several words or is called otherwise for short. */
const name: Marks = {
  width: 4,
  write(value, out, at) {
    writeLetters(value, out, at)
    const flags = (value.includes(' ') ? hasWords : 0) | (hasShortNames(value) ? hasShort : 0)
    out[at + 3] = flags | (hashOf(soundOf(value)) & (hasShort - 1))
  },
  levelOf(cells, left, right) {
    const [one, other] = [cells[left + 3]!, cells[right + 3]!]
    if ((one | other) & hasWords || one & other & hasShort) return untold
    if (bitsIn(cells[left]! ^ cells[right]!) <= 4) return untold
    const isSameStart = (cells[left + 2]! ^ cells[right + 2]!) >>> 20 === 0
    if (
      isSameStart &&
      (((one ^ other) & (hasShort - 1)) === 0 || (cells[left + 2]! & 31) === 1 || (cells[right + 2]! & 31) === 1)
    )
      return untold
    return mostAlike(cells, left, right) >= 0.75 ? untold : different.name
  },
}

const bitsOfWords = 31
const anyWords = 2 ** bitsOfWords - 1

/** A bit for each word; all of them where two words have the same. */
function wordsOf(value: string): number {
  let bits = 0
  for (const word of value.split(' ')) {
    const bit = 1 << ((hashOf(word) >>> 0) % bitsOfWords)
    if (bits & bit) return anyWords
    bits |= bit
  }
  return bits
}

/** A bit for each digit, and for letters by alphabet, the last ones together. */
function lettersOf(value: string): number {
  let bits = 0
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at)
    const place = code < 58 ? code - 48 : 10 + ((code - 97) % 22)
    bits |= 1 << (place & 31)
  }
  return bits
}

/** How many bits are set. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const marks: Partial<Record<Kind, Marks>> = {
  ...{ date, postcode, identifier, phone: identifier, text },
  'given-name': name,
  'family-name': name,
}
