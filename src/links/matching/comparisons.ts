import { isOneSlip, isTwoSlips, jaroWinkler, soundOf } from './likeness.ts'
import { isShortName } from './short-names.ts'
import type { Kind } from './values.ts'

/** How two values of one kind are compared. */
export interface Comparison {
  /** What each level says, from the same to different; `swapped` where the value stands in its neighbour's field. */
  levels: readonly string[]
  /** How often each level is expected of two records of one person, before the data say. Sums to 1. */
  expected: readonly number[]
  /** The level of two values that are not the same and not ''. 1 to the last but `swapped`. */
  levelOf(left: string, right: string): number
  /** How long comparing takes, against the others. */
  cost: number
  /** In words, for whoever asked which comparator was picked. */
  how: string
}

const names: Comparison = {
  levels: ['same', 'nearly the same', 'alike', 'somewhat alike', 'different', 'swapped'],
  expected: [0.82, 0.06, 0.04, 0.02, 0.05, 0.01],
  levelOf(left, right) {
    const likeness = jaroWinkler(left, right)
    if (likeness >= 0.92 || (likeness > 0.6 && (isOneSlip(left, right) || isOneJoined(left, right)))) return 1
    if (likeness >= 0.85 || isShortName(left, right) || isWithin(left, right) || isWithin(right, left)) return 2
    return likeness >= 0.75 || (left[0] === right[0] && likeness > 0.5 && soundOf(left) === soundOf(right)) ? 3 : 4
  },
  cost: 3,
  how: 'Jaro-Winkler, one slip, sound, short forms, swapped with its neighbour; rare names weigh more',
}

const isOneJoined = (left: string, right: string) =>
  (left.includes(' ') || right.includes(' ')) && left.replaceAll(' ', '') === right.replaceAll(' ', '')

/** One of two names alone, or its first letter. */
const isWithin = (whole: string, part: string) =>
  (part.length === 1 && whole[0] === part) || (whole.includes(' ') && whole.split(' ').includes(part))

const text: Comparison = {
  levels: ['same', 'nearly the same', 'alike', 'different', 'swapped'],
  expected: [0.7, 0.12, 0.06, 0.11, 0.01],
  levelOf(left, right) {
    const likeness = jaroWinkler(left, right)
    if (likeness < 0.6) return 3
    if (likeness >= 0.94 || isOneSlip(left, right)) return 1
    if (likeness >= 0.86) return isOneJoined(left, right) ? 1 : 2
    const shared = sharedWords(left, right)
    if (shared === 1) return 1
    return shared >= 0.5 ? 2 : 3
  },
  cost: 9,
  how: 'Jaro-Winkler, one slip, words in another order; rare values weigh more',
}

/** Words that both have, of the longer one's: 0 to 1. One word alone says nothing here. */
function sharedWords(left: string, right: string): number {
  if (!left.includes(' ') || !right.includes(' ')) return 0
  const [ofLeft, ofRight] = [left.split(' '), right.split(' ')]
  const shared = ofLeft.filter((word) => ofRight.includes(word)).length
  return shared / Math.max(ofLeft.length, ofRight.length)
}

const date: Comparison = {
  levels: [
    'same',
    'one slip, or day and month swapped',
    'two of day, month and year',
    'a year apart at most',
    'different',
  ],
  expected: [0.88, 0.06, 0.03, 0.01, 0.02],
  levelOf(left, right) {
    if (isOneSlip(left, right) || swappedDay(left) === right) return 1
    if (left.length !== 8 || right.length !== 8) return isTwoSlips(left, right) ? 2 : 4
    const year = left.slice(0, 4) === right.slice(0, 4)
    const month = left.slice(4, 6) === right.slice(4, 6)
    const day = left.slice(6) === right.slice(6)
    if (Number(year) + Number(month) + Number(day) === 2) return 2
    return Math.abs(monthOf(left) - monthOf(right)) <= 12 ? 3 : 4
  },
  cost: 2,
  how: 'ISO, YYYYMMDD or DD/MM/YYYY: one slip, day and month swapped, parts, a year',
}

const swappedDay = (day: string) => day.slice(0, 4) + day.slice(6) + day.slice(4, 6)
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(4, 6))

const postcode: Comparison = {
  levels: ['same', 'one slip', 'the same district', 'different', 'swapped'],
  expected: [0.75, 0.1, 0.04, 0.1, 0.01],
  levelOf(left, right) {
    if (isOneSlip(left, right)) return 1
    const begins = Math.max(2, Math.min(left.length, right.length) - 3) // LS8 of LS8 1AB, 40 of 40121
    return left.slice(0, begins) === right.slice(0, begins) ? 2 : 3
  },
  cost: 2,
  how: 'one slip, district; rare ones weigh more',
}

const identifier: Comparison = {
  levels: ['same', 'one slip', 'two slips', 'different'],
  expected: [0.88, 0.07, 0.02, 0.03],
  levelOf(left, right) {
    if (isOneSlip(left, right)) return 1
    return left.length >= 6 && isTwoSlips(left, right) ? 2 : 3
  },
  cost: 2,
  how: 'the same, one slip, two slips',
}

const email: Comparison = {
  levels: ['same', 'nearly the same', 'different'],
  expected: [0.8, 0.1, 0.1],
  levelOf: (left, right) => (left.split('@')[0] === right.split('@')[0] || isTwoSlips(left, right) ? 1 : 2),
  cost: 2,
  how: 'the same, two slips, the same before the @',
}

const houseNumber: Comparison = {
  levels: ['same', 'one slip', 'different'],
  expected: [0.75, 0.1, 0.15],
  levelOf: (left, right) => (isOneSlip(left, right) ? 1 : 2),
  cost: 1,
  how: 'the same, one slip; rare ones weigh more',
}

const category: Comparison = {
  levels: ['same', 'different'],
  expected: [0.92, 0.08],
  levelOf: () => 1,
  cost: 0,
  how: 'the same or not; rare ones weigh more',
}

export const comparisons: Record<Kind, Comparison> = {
  'given-name': names,
  'family-name': names,
  date,
  postcode,
  identifier,
  phone: identifier,
  email,
  'house-number': houseNumber,
  category,
  text,
}
