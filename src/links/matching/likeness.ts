// How alike two strings are. These run millions of times: they share their working memory and make nothing new.

const longest = 31 // letters, a bit for each
const places = new Int32Array(256) // by letter: in which places of the right word it stands
const matched = new Uint16Array(longest)

/**
 * Jaro's likeness with Winkler's bonus for a common beginning (at most four letters, a tenth each).
 *
 * @returns 0 nothing in common to 1 the same; only the first 31 letters count.
 * @source W. E. Winkler, "String comparator metrics and enhanced decision rules" (1990)
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1
  const a = Math.min(left.length, longest)
  const b = Math.min(right.length, longest)
  if (a === 0 || b === 0) return 0

  for (let j = 0; j < b; j += 1) places[right.charCodeAt(j) & 255]! |= 1 << j
  const reach = Math.max(0, (Math.max(a, b) >> 1) - 1)
  let near = (1 << (reach + 1)) - 1 // the places within reach of letter i
  let taken = 0
  let matches = 0
  for (let i = 0; i < a; i += 1) {
    const letter = left.charCodeAt(i)
    const free = places[letter & 255]! & near & ~taken
    if (free !== 0) {
      taken |= free & -free // the first of them
      matched[matches++] = letter
    }
    near = i < reach ? (near << 1) | 1 : near << 1
  }
  for (let j = 0; j < b; j += 1) places[right.charCodeAt(j) & 255] = 0
  if (matches === 0) return 0

  let outOfPlace = 0
  for (let k = 0, rest = taken; k < matches; k += 1, rest &= rest - 1)
    if (right.charCodeAt(31 - Math.clz32(rest & -rest)) !== matched[k]) outOfPlace += 1
  const jaro = (matches / a + matches / b + (matches - outOfPlace / 2) / matches) / 3
  let beginning = 0
  while (beginning < 4 && beginning < a && beginning < b && left.charCodeAt(beginning) === right.charCodeAt(beginning))
    beginning += 1
  return jaro + beginning * 0.1 * (1 - jaro)
}

/**
 * Whether one slip at most lies between two strings: a letter added, left out or changed, or two neighbours swapped, which
 * are the typing errors that F. J. Damerau counted (1964).
 */
export function isOneSlip(left: string, right: string): boolean {
  const [a, b] = [left.length, right.length]
  if (a - b > 1 || b - a > 1) return false
  let start = 0
  while (start < a && start < b && left.charCodeAt(start) === right.charCodeAt(start)) start += 1
  let end = 0
  while (end < a - start && end < b - start && left.charCodeAt(a - 1 - end) === right.charCodeAt(b - 1 - end)) end += 1
  const [ofLeft, ofRight] = [a - start - end, b - start - end]
  if (ofLeft <= 1 && ofRight <= 1) return true
  return ofLeft === 2 && ofRight === 2 && left[start] === right[start + 1] && left[start + 1] === right[start]
}

/** Whether two slips at most lie between two strings, not the same: taking back one at the first difference leaves one. */
export function isTwoSlips(left: string, right: string): boolean {
  const [a, b] = [left.length, right.length]
  if (a - b > 2 || b - a > 2) return false
  let at = 0
  while (at < a && at < b && left.charCodeAt(at) === right.charCodeAt(at)) at += 1
  const mend = (ofLeft: number, ofRight: number) => isOneSlip(left.slice(at + ofLeft), right.slice(at + ofRight))
  const isSwapped = at + 1 < a && at + 1 < b && left[at] === right[at + 1] && left[at + 1] === right[at]
  return mend(1, 1) || mend(1, 0) || mend(0, 1) || (isSwapped && mend(2, 2))
}

const codes = [0, 1, 2, 3, 0, 1, 2, -1, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, -1, 2, 0, 2] // a to z; -1 is not heard

/** The first letter of a word and how its next three consonants sound: the Soundex of R. C. Russell, as text. */
export function soundOf(word: string): string {
  let sound = ''
  let before = 0
  for (let i = 0; i < word.length && sound.length < 4; i += 1) {
    const code = codes[word.charCodeAt(i) - 97]
    if (code === undefined) continue
    if (sound === '') sound = word[i]!
    else if (code > 0 && code !== before) sound += code
    if (code >= 0) before = code
  }
  return sound
}
