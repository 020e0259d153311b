/** One thing that an item says, under the name of its field. */
export interface Said {
  name: string
  text: string
}

/** What is taken out: a stretch of a field's text in UTF-16 units, or all of it where no stretch is named. */
export interface Mark {
  field: string
  start?: number
  end?: number
}

/** What goes out: pieces of text, and `null` where something was taken out. Nothing says how long that was. */
export interface Released {
  name: string
  pieces: (string | null)[]
}

/** Where words stand in an item, whatever their case and the white space between them; each is marked wherever it stands. */
export function findMarks(fields: readonly Said[], words: string): Mark[] {
  const sought = patternOf(words)
  if (!sought) return []
  return fields.flatMap(({ name, text }) =>
    [...text.matchAll(sought)].map(({ index, 0: found }) => ({ field: name, start: index, end: index + found.length })),
  )
}

const isInsideCharacter = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '')

/** What is left of the fields once everything marked is gone: a field that is all marked is a single `null`. */
export function redact(fields: readonly Said[], marks: readonly Mark[]): Released[] {
  return fields.map(({ name, text }) => {
    const own = marks.filter(({ field }) => field === name)
    if (own.some(({ start, end }) => start === undefined || end === undefined)) return { name, pieces: [null] }
    return { name, pieces: piecesOf(text, stretchesOf(text, own)) }
  })
}

interface Stretch {
  start: number
  end: number
}

/** In order, within the text, apart from each other, and never half a character. */
function stretchesOf(text: string, marks: readonly Mark[]): Stretch[] {
  const all = marks
    .map(({ start = 0, end = 0 }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({
      start: isInsideCharacter(text, start) ? start - 1 : start,
      end: isInsideCharacter(text, end) ? end + 1 : end,
    }))
    .sort((a, b) => a.start - b.start)
  const apart: Stretch[] = []
  for (const each of all) {
    const last = apart.at(-1)
    if (last && each.start <= last.end) last.end = Math.max(last.end, each.end)
    else apart.push({ ...each })
  }
  return apart
}

function piecesOf(text: string, stretches: readonly Stretch[]): (string | null)[] {
  const pieces: (string | null)[] = []
  let at = 0
  for (const { start, end } of stretches) {
    if (start > at) pieces.push(text.slice(at, start))
    pieces.push(null)
    at = end
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}

function patternOf(words: string): RegExp | undefined {
  const parts = words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return parts.length === 0 ? undefined : new RegExp(parts.join('\\s+'), 'giu')
}

/** The words that marks of stretches take out, each once: to look for them in what else goes out. */
export function wordsTakenOut(fields: readonly Said[], marks: readonly Mark[]): string[] {
  const found = marks.flatMap(({ field, start, end }) => {
    const text = fields.find(({ name }) => name === field)?.text
    return text === undefined || start === undefined || end === undefined ? [] : [text.slice(start, end)]
  })
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))]
}
