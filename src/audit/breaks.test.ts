import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type AuditRow, findBreak, firstHash, type Head, linkOf, shards, wordsOf } from './chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Chains as the database would keep them: as many rows in each shard as are said, none in the others. */
function chains(lengths: Record<number, number>): { rows: AuditRow[]; heads: Head[] } {
  const rows: AuditRow[] = []
  const heads: Head[] = []
  for (let shard = 0; shard < shards; shard += 1) {
    let end = firstHash(shard)
    const length = lengths[shard] ?? 0
    for (let place = 1; place <= length; place += 1) {
      const words = [`${shard}/${place}`, null, 'consult']
      end = linkOf(end, words)
      rows.push({ shard, place, hash: end.toString('hex'), words })
    }
    heads.push({ shard, place: length, hash: end.toString('hex') })
  }
  return { rows, heads }
}
const { rows, heads } = chains({ 0: 2, 1: 3, 63: 1 })
const at = (shard: number, place: number) => rows.findIndex((row) => row.shard === shard && row.place === place)

test('a chain begins with the name of its shard, and a link is the hash before it and the words', () => {
  expect(firstHash(7).toString('hex')).toBe(sha256('throughline audit shard 7'))
  expect(wordsOf(['1', null, 'says "no"'])).toBe('["1", null, "says \\"no\\""]')
  const link = createHash('sha256').update(firstHash(7)).update('["1", null]').digest('hex')
  expect(linkOf(firstHash(7), ['1', null]).toString('hex')).toBe(link)
})

test('whole chains have no break, with heads of any time that were signed outside', async () => {
  const { heads: earlier } = chains({ 0: 1, 1: 2 })

  expect(await findBreak(rows, heads, [])).toBeUndefined()
  expect(await findBreak(rows, heads, heads)).toBeUndefined()
  expect(await findBreak(rows, heads, earlier.filter(({ place }) => place > 0))).toBeUndefined()
  expect(await findBreak([], chains({}).heads, [])).toBeUndefined()
}) // biome-ignore format: one line each

test('a row that is missing, doubled or of a shard that is none is found at its place', async () => {
  const without = rows.toSpliced(at(1, 2), 1)
  const doubled = rows.toSpliced(at(1, 2), 0, rows[at(1, 2)]!)
  const beyond = [...rows, { ...rows[0]!, shard: shards, place: 1 }]

  expect(await findBreak(without, heads, [])).toEqual({ shard: 1, place: 2, kind: 'missing' })
  expect(await findBreak(doubled, heads, [])).toEqual({ shard: 1, place: 3, kind: 'missing' })
  expect(await findBreak(beyond, heads, [])).toEqual({ shard: shards, place: 1, kind: 'missing' })
})

test('a row with other words is found where it stands', async () => {
  const edited = rows.with(at(1, 2), { ...rows[at(1, 2)]!, words: ['1/2', null, 'export'] })

  expect(await findBreak(edited, heads, [])).toEqual({ shard: 1, place: 2, kind: 'edited' })
})

test('a chain that was made anew is whole in itself, and found by what was signed', async () => {
  const end = linkOf(firstHash(63), ['another'])
  const hash = end.toString('hex')
  const anew = rows.with(at(63, 1), { shard: 63, place: 1, hash, words: ['another'] })
  const newHeads = heads.with(63, { shard: 63, place: 1, hash })

  expect(await findBreak(anew, newHeads, [])).toBeUndefined()
  expect(await findBreak(anew, newHeads, heads)).toEqual({ shard: 63, place: 1, kind: 'rewritten' })
})

test('a tail that was cut with its head is found by what was signed, at the first row that is gone', async () => {
  const shorter = chains({ 0: 2, 1: 1, 63: 1 })

  expect(await findBreak(shorter.rows, shorter.heads, [])).toBeUndefined()
  expect(await findBreak(shorter.rows, shorter.heads, heads)).toEqual({ shard: 1, place: 2, kind: 'cut' })
})

test('a head that is gone, or says another place or hash than its chain ends with, is found', async () => {
  const last = heads[1]!
  const wrong = [
    heads.toSpliced(1, 1),
    heads.with(1, { ...last, place: 4 }),
    heads.with(1, { ...last, hash: heads[0]!.hash }),
  ]

  for (const changed of wrong)
    expect(await findBreak(rows, changed, [])).toEqual({ shard: 1, place: 3, kind: 'head-changed' })
  expect(await findBreak(rows, heads.with(9, { ...heads[9]!, place: 1 }), [])).toEqual({ shard: 9, place: 0, kind: 'head-changed' })
}) // biome-ignore format: one line each
