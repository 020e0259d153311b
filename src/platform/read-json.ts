/** What is wrong with a text as JSON, beside being none. */
export type JsonProblem = 'too-deep' | 'key-twice'

const deepest = 64 // lists in lists; a page of a prison search has four
const longestExact = 15 // digits that a number of JavaScript holds for certain
const [quote, backslash, colon, minus] = [34, 92, 58, 45]

/** What a text of JSON is made of, read once and without laying it out: brackets in brackets fill the stack of whoever walks them. */
function shapeOf(text: string) {
  let [depth, mostDepth, keys] = [0, 0, 0]
  let hasOddNumbers = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === quote) at = endOfString(text, at)
    else if (sign === 0x5b || sign === 0x7b) mostDepth = Math.max(mostDepth, ++depth)
    else if (sign === 0x5d || sign === 0x7d) depth -= 1
    else if (sign === colon) keys += 1
    else if (isDigit(sign) || sign === minus) {
      const start = at
      while (isOfNumber(text.charCodeAt(at + 1))) at += 1
      hasOddNumbers ||= at - start >= longestExact || /[.e]/i.test(text.slice(start, at + 1))
    }
  }
  return { mostDepth, keys, hasOddNumbers }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text.charCodeAt(before) === backslash) before -= 1
    if ((end - before) % 2 === 1) return end // an even number of backslashes escape each other, and not the quote
  }
  return text.length
}

const isDigit = (sign: number) => sign >= 48 && sign <= 57
const isOfNumber = (sign: number) => isDigit(sign) || (sign >= 43 && sign <= 46) || sign === 69 || sign === 101

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + countKeys(each), 0)
  const under = Object.values(value)
  return under.length + countKeys(under)
}

/**
 * What is wrong with a text that was parsed: of two values under one key JSON.parse() keeps the last and says nothing.
 *
 * @param value - what it was parsed to.
 */
export function jsonProblemOf(text: string, value: unknown): JsonProblem | undefined {
  const { mostDepth, keys } = shapeOf(text)
  if (mostDepth > deepest) return 'too-deep'
  return keys === countKeys(value) ? undefined : 'key-twice'
}

/**
 * Reads a file of JSON and loses nothing: numbers that JavaScript would round stay the text that they are, texts can be kept by PostgreSQL.
 * Never throws.
 */
export function readJson(text: string): { value: unknown } | { problem: JsonProblem | 'not-json' } {
  const { mostDepth, keys, hasOddNumbers } = shapeOf(text)
  if (mostDepth > deepest) return { problem: 'too-deep' }
  const isPlain = !hasOddNumbers && !unkeepable.test(text)
  let value: unknown
  try {
    value = isPlain ? JSON.parse(text) : JSON.parse(text, asWritten)
  } catch {
    return { problem: 'not-json' } // the only way JSON.parse says so
  }
  return keys === countKeys(value) ? { value } : { problem: 'key-twice' }
}

const unkeepable = /\0|\\u(0000|d[89a-f])/i

/** Without NUL and half characters, which PostgreSQL does not keep. */
export const keepableText = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** JSON.parse() asks it of each value, with the text that stood there where the engine knows it. */
const asWritten: Parameters<typeof JSON.parse>[1] = (
  _key: string,
  value: unknown,
  ...[where]: { source?: string }[]
) => {
  if (typeof value === 'string') return keepableText(value)
  if (typeof value === 'number')
    return where?.source === undefined || where.source === String(value) ? value : where.source
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value)
  if (entries.every(([key]) => key === keepableText(key))) return value
  return Object.fromEntries(entries.map(([key, each]) => [keepableText(key), each])) // two that are alike then are one key twice
}
