import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const text = `Surname;First name\r\n${'Nuñez;José\r\n'.repeat(40)}`
const utf16 = (order: 'le' | 'be', mark = ''): Uint8Array => {
  const bytes = Buffer.from(mark + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['Windows-1252', Buffer.from(text, 'latin1')],
  ['UTF-16, little end first', utf16('le')],
  ['UTF-16, big end first', utf16('be')],
  ['UTF-16 with a mark, little end first', utf16('le', '\uFEFF')],
  ['UTF-16 with a mark, big end first', utf16('be', '\uFEFF')],
])('%s', (_name, bytes) => {
  expect(decodeText(bytes)).toBe(text)
})

test('a mark is enough, however short the text', () => {
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toBe('A')
  expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toBe('A')
  expect(decodeText(new Uint8Array())).toBe('')
})

test('half a mark is a letter of an older spreadsheet', () => {
  expect(decodeText(Uint8Array.of(0xff, 0x41))).toBe('ÿA')
  expect(decodeText(Uint8Array.of(0xfe, 0x41))).toBe('þA')
  expect(decodeText(Uint8Array.of(0x41, 0xfe))).toBe('Aþ')
  expect(decodeText(Uint8Array.of(0x41, 0xff))).toBe('Aÿ')
})

test('some empty bytes do not make another encoding of it, and are left out', () => {
  const spoiled = Buffer.from('Okafor\0;\0Danny')
  const everyFourth = Buffer.from('abc\0'.repeat(100))
  const both = Buffer.from('a\0\0b\0'.repeat(200))

  expect(decodeText(spoiled)).toBe('Okafor;Danny')
  expect(decodeText(everyFourth)).toBe('abc'.repeat(100))
  expect(decodeText(both)).toBe('ab'.repeat(200))
})

test('only the beginning is weighed', () => {
  const late = Buffer.concat([Buffer.from('a'.repeat(1_000)), Buffer.from('b\0'.repeat(300))])

  expect(decodeText(late)).toBe(`${'a'.repeat(1_000)}${'b'.repeat(300)}`)
})
