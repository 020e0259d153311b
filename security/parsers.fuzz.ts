import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readJoiners } from '../src/accounts/joiners/read-joiners.ts'
import { readFilter, readPatch } from '../src/accounts/scim/resources.ts'
import { kindOf } from '../src/documents/inspect-file.ts'
import { decodeText } from '../src/imports/decode-text.ts'
import { guessColumns } from '../src/imports/guess-columns.ts'
import { readMovements } from '../src/imports/movements/read-movements.ts'
import { readAliases } from '../src/imports/read-aliases.ts'
import { readCsv } from '../src/imports/read-csv.ts'
import { readDate } from '../src/imports/read-date.ts'
import { readPeople } from '../src/imports/read-people.ts'
import { readPrisonSearch } from '../src/imports/read-prison-search.ts'
import { readSheet } from '../src/imports/read-sheet.ts'
import { identifierKinds } from '../src/people/identifiers/identifiers.ts'
import { readIdentifier } from '../src/people/identifiers/read-identifier.ts'
import { isDay, parseDay } from '../src/platform/calendar-day.ts'
import { readDay, readTime } from '../src/platform/web/day-field.ts'
import { readForm, text } from '../src/platform/web/form.ts'
import { minuteOf, penceOf } from '../src/release-days/minutes.ts'
import { readTravelCsv } from '../src/release-days/travel-csv.ts'
import { ownPath } from '../src/sign-in/back-path.ts'

// What comes from outside is read without a crash, whatever it is: `FUZZ_RUNS=1000000 npm run test:fuzz` for the whole number.

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 20_000)

/** Text as it comes: letters of all kinds, and what has a meaning to some parser. */
const pieces = ['"', '""', ',', ';', '\t', '\r\n', '\n', '\0', '\uFEFF', '\uD800', '=1+1', '{', '}', '[', ']', 'null', '-', '/', '.', ':', '31/02/2026', '2026-02-30', '29/2/2024', '1e999', '-0', 'A1234BC', 'X123456', '99/123456Z', '943 476 5919', 'RSSMRA85T10A562S', '٣٤', '12:60', '£1.005', 'prisonerNumber', 'Surname', 'DOB', '\\', "'", '%00', '//', '__proto__', 'constructor'] // biome-ignore format: a list
const letters = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 8 }),
  fc.integer().map(String),
)
const someText = fc.array(letters, { maxLength: 24 }).map((all) => all.join(''))
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  someText.map((written) => new TextEncoder().encode(written)),
  fc.tuple(fc.constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0xff, 0xd8, 0xff], [0x25, 0x50, 0x44, 0x46]), fc.uint8Array({ maxLength: 60 })).map(([head, rest]) => Uint8Array.of(...head, ...rest)), // biome-ignore format: one line
)
const hints = { jurisdiction: 'UK-EW', agencyCode: 'LPI', today: '2026-03-02' } as const
const everything = fc.oneof(
  fc.anything(),
  fc.json().map((json) => JSON.parse(json)),
)

const readers: [name: string, property: fc.IRawProperty<unknown>][] = [
  ['a text file', fc.property(someText, (written) => void readCsv(written))],
  ['the bytes of a file', fc.property(bytes, (read) => void readSheet(read))],
  ['an encoding', fc.property(bytes, (read) => void decodeText(read))],
  ['a file of people, to its last row', fc.property(someText, (written) => {
    const read = readCsv(written)
    if ('sheet' in read) readPeople(read.sheet, guessColumns(read.sheet), hints)
  })],
  ['an answer of a prison’s own system', fc.property(fc.oneof(someText, everything.map((value) => JSON.stringify(value) ?? ''), prisonSearch()), (written) => {
    const read = readPrisonSearch(written)
    if ('sheet' in read) readPeople(read.sheet, guessColumns(read.sheet), hints)
  })],
  ['a file of movements', fc.property(bytes, (read) => void readMovements(read, new Date('2026-03-02T09:30:00Z')))],
  ['other names', fc.property(someText, (written) => void readAliases(written))],
  ['a date of a file', fc.property(someText, fc.boolean(), (written, isDayFirst) => void readDate(written, { isDayFirst, today: '2026-03-02' } as never))],
  ['a day', fc.property(someText, (written) => { const day = parseDay(written); expect(day === undefined || isDay(day)).toBe(true) })],
  ['three boxes of a day', fc.property(someText, someText, someText, (day, month, year) => void readDay({ typed: { 'on-day': day, 'on-month': month, 'on-year': year } }, 'on'))],
  ['a time', fc.property(someText, (written) => void [readTime(written), minuteOf(written), penceOf(written)])],
  ['an identifier', fc.property(fc.constantFrom(...identifierKinds), someText, (kind, written) => void readIdentifier(kind, written, 2026))],
  ['a list of joiners', fc.property(someText, (written) => void readJoiners(written))],
  ['what SCIM asks', fc.property(someText, everything, (filter, body) => void [readFilter(filter), readPatch(body)])],
  ['a travel-time table', fc.property(someText, (written) => void readTravelCsv(written))],
  ['the kind of a file', fc.property(bytes, (read) => void kindOf(read))],
  ['a way back, which stays on this site', fc.property(fc.oneof(someText, fc.webUrl(), fc.string().map((rest) => `/${rest}`)), (wanted) => {
    const path = ownPath(wanted)
    if (path !== undefined) expect(new URL(path, 'https://here.example').origin).toBe('https://here.example')
  })],
  ['a form', fc.property(everything, (body) => {
    try {
      readForm(z.object({ body: text(100, { missing: 'm', long: 'l' }) }), body)
    } catch (error) {
      expect((error as Error).message).toBe('request.unreadable')
    }
  })],
] // biome-ignore format: a table

test.each(readers)('%s is read, whatever it is', (_name, property) => {
  fc.assert(property, { numRuns, verbose: 1 })
})

/** Near what such a system says, so that more than its first line is read. */
function prisonSearch(): fc.Arbitrary<string> {
  const person = fc.dictionary(fc.constantFrom('prisonerNumber', 'firstName', 'lastName', 'dateOfBirth', 'releaseDate', 'aliases', 'identifiers', 'cellLocation'), fc.oneof(someText, everything), { maxKeys: 8 }) // biome-ignore format: one line
  return fc
    .oneof(fc.array(person, { maxLength: 4 }), fc.record({ content: fc.array(person, { maxLength: 4 }) }))
    .map((value) => JSON.stringify(value))
}
