import { soundOf } from './likeness.ts'
import type { Field, Records } from './records.ts'
import type { Kind } from './values.ts'

/** Something of a record that two must have the same to be compared: a number for what it is, 0 where it has none. */
export interface Part {
  name: string
  read(record: number): number
}

/** What rules can be made of, by what the fields hold. */
export function partsOf({ fields }: Records) {
  const ofKind = (...kinds: Kind[]) => fields.filter(({ kind }) => kinds.includes(kind))
  const [given] = ofKind('given-name').map(partsOfName)
  const [family] = ofKind('family-name').map(partsOfName)
  const [born] = ofKind('date')
  const [postcode] = ofKind('postcode')
  return {
    given,
    family,
    names: given && family && eitherWay(given.sound, family.sound),
    initials: given && family && eitherWay(given.initial, family.initial),
    born: born && {
      day: part(born, 'all', (day) => day),
      digits: part(born, 'digits in any order', (day) => [...day].sort().join('')),
      yearMonth: part(born, 'year and month', (day) => day.slice(0, 6)),
      monthDay: part(born, 'month and day', (day) => day.slice(4)),
      yearDay: part(born, 'year and day', (day) => day.slice(0, 4) + day.slice(6)),
      year: part(born, 'year', (day) => day.slice(0, 4)),
    },
    postcode: postcode && part(postcode, 'all', (code) => code),
    numbers: ofKind('identifier', 'phone', 'email').map((field) => part(field, 'all', (value) => value)),
    halves: ofKind('identifier').flatMap((field) => [
      part(field, 'first half', (value) => (value.length < 6 ? '' : value.slice(0, value.length >> 1))),
      part(field, 'second half', (value) => (value.length < 6 ? '' : value.slice(value.length >> 1))),
    ]),
    texts: ofKind('text').map((field) => part(field, 'words in any order', (text) => text.split(' ').sort().join(' '))),
  }
}

export type Parts = ReturnType<typeof partsOf>

const partsOfName = (field: Field) => ({
  all: part(field, 'all', (name) => name),
  sound: part(field, 'sound', soundOf),
  start: part(field, 'first three letters', (name) => name.slice(0, 3)),
  initial: part(field, 'first letter', (name) => name.slice(0, 1)),
})

function part(field: Field, label: string, of: (value: string) => string): Part {
  let hashes: Int32Array | undefined // of each value once, and only where a rule asks
  const { codes, values, name } = field
  const read = (record: number) => {
    hashes ??= Int32Array.from(values, (value) => hashOf(of(value)))
    const code = codes[record]!
    return code < 0 ? 0 : hashes[code]!
  }
  return { name: label === 'all' ? name : `${name} (${label})`, read }
}

/** The same for two names in either order. */
function eitherWay(one: Part, other: Part): Part {
  return {
    name: `${one.name} and ${other.name} in either order`,
    read(record) {
      const a = one.read(record)
      const b = other.read(record)
      return a === 0 || b === 0 ? 0 : mix(Math.min(a, b), Math.max(a, b))
    },
  }
}

/** FNV-1a over 32 bits; '' is 0 and nothing else is. */
export function hashOf(text: string): number {
  if (text === '') return 0
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash === 0 ? 1 : hash
}

/** Two numbers that are not 0 as one that is not 0, spread well. */
export function mix(one: number, other: number): number {
  let mixed = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d) + Math.imul(other ^ (other >>> 13), 0x297a2d39)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  mixed ^= mixed >>> 15
  return mixed === 0 ? 1 : mixed | 0
}
