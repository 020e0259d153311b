import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { composeCopy, jsonOf } from './compose-copy.ts'
import { printCopy } from './print-copy.ts'
import { findMarks, type Mark, redact, type Said, wordsTakenOut } from './redact.ts'

// Letters that stand nowhere in our own words: what is marked is written in these, so that any one of them in a file is a leak.
const secretLetters = ['Ж', 'Ф', 'Щ', 'Ю', 'Ѣ', '𐍈', 'Ӝ']
const openText = fc.string({
  unit: fc.constantFrom('a', 'e', ' ', '.', 'z', '\n', '"', '\\', '#', '[', ']', '$', '*', 'é', '𝄞'),
  maxLength: 12,
})
const secretText = fc.string({ unit: fc.constantFrom(...secretLetters), minLength: 1, maxLength: 8 })

/** A field whose text is open and secret in turn, with a mark on each secret, some of them in two that overlap. */
const aField = (name: string) =>
  fc.array(fc.record({ open: openText, secret: secretText, isCut: fc.boolean() }), { maxLength: 4 }).map((runs) => {
    let text = ''
    const marks: Mark[] = []
    for (const { open, secret, isCut } of runs) {
      text += open
      const [start, end] = [text.length, text.length + secret.length]
      const middle = start + Math.ceil(secret.length / 2)
      marks.push(
        ...(isCut
          ? [
              { field: name, start, end: middle },
              { field: name, start: middle - 1, end },
            ]
          : [{ field: name, start, end }]),
      )
      text += secret
    }
    return { said: { name, text } satisfies Said, marks }
  })
const anItem = fc
  .tuple(aField('words'), aField('own-words'), secretText, fc.boolean())
  .map(([one, two, whole, isTaken]) => ({
    kind: 'NOTE',
    happenedAt: null,
    fields: [one.said, two.said, ...(isTaken ? [{ name: 'who', text: whole }] : [])],
    marks: [...one.marks, ...two.marks, { field: 'who' }],
  }))
const about = { locale: 'en', holder: 'HMP Fernhall', now: new Date('2026-03-02T09:00:00Z') } as const
const isSecret = new RegExp(`[${secretLetters.join('')}]`, 'u')

test('for any items and any marks, not a letter that was taken out is in the file for machines', () => {
  fc.assert(
    fc.property(fc.array(anItem, { maxLength: 6 }), (items) => {
      expect(jsonOf(composeCopy(items, about)).toString('utf8')).not.toMatch(isSecret)
    }),
    { numRuns: 500 },
  )
})

test('nor in the PDF: not on its pages, nor as a letter that its fonts know', () => {
  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1, maxLength: 3 }), (items) => {
      const pdf = printCopy(composeCopy(items, about), about.now)

      expect(readPdf(pdf).text).not.toMatch(isSecret)
      for (const letter of secretLetters) {
        const hex = Buffer.from(letter, 'utf16le').swap16().toString('hex').toUpperCase()
        expect(unpacked(pdf).some((part) => part.includes(`<${hex}>`))).toBe(false)
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('whatever was taken out, both files are the same to the byte: nothing in them hangs on it, metadata included', () => {
  const one = { said: 'He met Anna Reed, of 4 Mill Lane, twice.', taken: 'Anna Reed, of 4 Mill Lane' }
  const copyWith = (secret: string) => {
    const fields = [
      { name: 'words', text: one.said.replace(one.taken, () => secret) },
      { name: 'who', text: secret },
    ]
    const marks = [{ field: 'words', start: 7, end: 7 + secret.length }, { field: 'who' }]
    return composeCopy([{ kind: 'NOTE', happenedAt: null, fields, marks }], about)
  }
  const [pdf, json] = [printCopy(copyWith(one.taken), about.now), jsonOf(copyWith(one.taken))]

  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (other) => {
      const copy = copyWith(other.toWellFormed())

      expect(printCopy(copy, about.now).equals(pdf)).toBe(true)
      expect(jsonOf(copy).equals(json)).toBe(true)
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('letters that our type does not have stand as their number, and whatever somebody wrote, there is a paper', () => {
  const copyOf = (text: string) =>
    composeCopy([{ kind: 'NOTE', happenedAt: null, fields: [{ name: 'words', text }], marks: [] }], about)

  const said = readPdf(printCopy(copyOf('He sent 🙂 and 你好'), about.now)).text

  expect(said.replace(/\s+/g, ' ')).toContain('He sent [U+1F642] and [U+4F60][U+597D]')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      expect(printCopy(copyOf(text.toWellFormed()), about.now).length).toBeGreaterThan(1_000)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('what was not marked stays as it was, in its order', () => {
  fc.assert(
    fc.property(aField('words'), ({ said, marks }) => {
      const left = redact([said], marks)[0]!
        .pieces.map((piece) => piece ?? '')
        .join('')

      expect(left).toBe([...said.text].filter((letter) => !secretLetters.includes(letter)).join(''))
    }),
  )
})

test('how long it was cannot be told from what is left', () => {
  fc.assert(
    fc.property(secretText, secretText, (one, two) => {
      const pieces = (secret: string) =>
        redact([{ name: 'words', text: `a${secret}z` }], [{ field: 'words', start: 1, end: 1 + secret.length }])

      expect(pieces(one)).toEqual(pieces(two))
    }),
  )
})

test('words are found wherever they stand, in any case and across lines, and marking them leaves none', () => {
  fc.assert(
    fc.property(
      fc.array(openText, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('Anna Reed', 'a.b(c)', 'x/y|z', '[x] $1'),
      (around, words) => {
        const text = around.join(words.toUpperCase().replace(' ', '\n'))

        const marks = findMarks([{ name: 'words', text }], words)

        expect(marks).toHaveLength(around.length - 1)
        expect(
          redact([{ name: 'words', text }], marks)[0]!
            .pieces.join(' ')
            .toUpperCase(),
        ).not.toContain(words.toUpperCase().replace(' ', '\n'))
        expect(wordsTakenOut([{ name: 'words', text }], marks).length).toBe(around.length > 1 ? 1 : 0)
      },
    ),
  )
})

test('a mark that cuts a letter in two takes all of it, and one beyond the text takes nothing else', () => {
  const said = [{ name: 'words', text: 'a𐍈z' }]

  expect(redact(said, [{ field: 'words', start: 2, end: 3 }])[0]!.pieces).toEqual(['a', null, 'z'])
  expect(redact(said, [{ field: 'words', start: 1, end: 2 }])[0]!.pieces).toEqual(['a', null, 'z'])
  expect(redact(said, [{ field: 'words', start: 3, end: 99 }])[0]!.pieces).toEqual(['a𐍈', null])
  expect(redact(said, [{ field: 'words', start: 9, end: 99 }, { field: 'other' }])[0]!.pieces).toEqual(['a𐍈z'])
})

/** The file, and each of its streams as it is once unpacked. */
function unpacked(pdf: Buffer): Buffer[] {
  const parts: Buffer[] = [pdf]
  for (let at = pdf.indexOf('stream\n'); at !== -1; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at)
    try {
      parts.push(inflateSync(pdf.subarray(at + 'stream\n'.length, end)))
    } catch {} // a stream that is not packed is in the file as it stands
  }
  return parts
}
