import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Head } from './chain.ts'
import { appendHeads, publicKeyFrom, publicKeyOf, readHeads } from './signed-heads.ts'

const folder = mkdtempSync(join(tmpdir(), 'heads-'))
const file = join(folder, 'audit-heads.jsonl')
const now = new Date('2026-03-02T09:30:00Z')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const headsAt = (place: number): Head[] =>
  Array.from({ length: 64 }, (_, shard) => ({ shard, place, hash: `${place}`.repeat(64) }))

test('a line is added when the chains have grown, signed and bound to the one before it', () => {
  expect(appendHeads(file, folder, headsAt(1), now)).toBe(true)
  expect(appendHeads(file, folder, headsAt(1), now)).toBe(false)
  expect(appendHeads(file, folder, headsAt(2), now)).toBe(true)

  const read = readHeads(file, publicKeyFrom(publicKeyOf(folder)))

  expect(read).toMatchObject({ lines: 2 })
  expect('heads' in read && read.heads).toHaveLength(128)
})

test('a line that was edited, left out or forged is found', () => {
  const key = publicKeyFrom(publicKeyOf(folder))
  const lines = readFileSync(file, 'utf8')
  const [first, second] = lines.trim().split('\n') as [string, string]
  const brokenBy = (text: string) => {
    writeFileSync(file, text)
    return readHeads(file, key)
  }

  expect(brokenBy(lines.replace('"at":"2026', '"at":"2025'))).toEqual({ brokenLine: 1 })
  expect(brokenBy(`${second}\n`)).toEqual({ brokenLine: 1 })
  expect(brokenBy(`${first}\nnothing\n`)).toEqual({ brokenLine: 2 })
  const forged = { ...JSON.parse(second), signature: Buffer.alloc(64).toString('base64') }
  expect(brokenBy(`${first}\n${JSON.stringify(forged)}\n`)).toEqual({ brokenLine: 2 })
  writeFileSync(file, lines)
})

test('heads are signed by their shard whatever order they come in, empty chains are no heads, and the key stays the same', () => {
  const other = join(folder, 'unsorted.jsonl')
  const [first, ...rest] = headsAt(3)
  appendHeads(other, folder, [...rest, { ...first!, place: 0, hash: 'begun' }], now)
  appendHeads(other, folder, [...rest, { ...first!, place: 1, hash: 'one' }], now)

  const read = readHeads(other, publicKeyFrom(publicKeyOf(folder)))
  const lines = readFileSync(other, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

  expect(lines[0]).toMatchObject({ at: '2026-03-02T09:30:00.000Z', previous: '' })
  expect(lines[0].heads[0]).toEqual([0, 'begun'])
  expect(lines[1].previous).toMatch(/^[0-9a-f]{64}$/)
  expect('heads' in read && read.heads.filter(({ shard }) => shard === 0)).toEqual([
    { shard: 0, place: 1, hash: 'one' },
  ])
  expect('heads' in read && read.heads).toHaveLength(127)
  expect(statSync(other).mode & 0o777).toBe(0o600)
})

test('without a file nothing was signed, and a file of another installation holds nothing', () => {
  const key = publicKeyFrom(publicKeyOf(folder))
  const elsewhere = mkdtempSync(join(tmpdir(), 'heads-'))
  const theirs = join(elsewhere, 'audit-heads.jsonl')
  appendHeads(theirs, elsewhere, headsAt(1), now)

  expect(readHeads(join(folder, 'none.jsonl'), key)).toEqual({ heads: [], lines: 0 })
  expect(readHeads(theirs, key)).toEqual({ brokenLine: 1 })
  rmSync(elsewhere, { recursive: true, force: true })
})
