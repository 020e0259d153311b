import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { type AuditRow, findBreak, firstHash, type Head, linkOf } from './chain.ts'
import { withWholeAudit } from './queries.ts'

let world: World
let worker: Actor
let rows: AuditRow[]
let heads: Head[]
beforeAll(async () => {
  world = await openWorld()
  worker = await world.aWorkerAt('Prison')
  for (let turn = 0; turn < 40; turn += 1) {
    await Promise.all(Array.from({ length: 10 }, () => world.database.read(worker, async ({ look }) => look(aLook()))))
  }
  ;({ rows, heads } = await read())
})
afterAll(() => world.close())

test('looks that come at the same time each have their place, and every chain is whole', async () => {
  expect(rows).toHaveLength(400)
  expect(await findBreak(rows, heads, heads)).toBeUndefined()
  expect(new Set(rows.map(({ shard }) => shard)).size).toBeGreaterThan(32)
})

test('whatever a row says, the program hashes the words that the database hashed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.json(), async (reason, details) => {
      const clean = reason.replaceAll('\0', '').toWellFormed()
      const said = details.replaceAll('\\u0000', '')
      await world.inspect(
        `insert into audit (account_id, action, channel, reason, details, case_ids) values ($1, 'consult', 'web', $2, jsonb_build_object('said', $3::text), array[$1::uuid])`,
        [worker.userId, clean, said],
      )
    }),
    { numRuns: 100 },
  )

  const now = await read()
  expect(await findBreak(now.rows, now.heads, heads)).toBeUndefined()
})

test('of 1,000 random tampers 1,000 are found', async () => {
  const missed: string[] = []
  for (let turn = 0; turn < 1_000; turn += 1) {
    const tamper = tampers[turn % tampers.length]!
    const changed = tamper(rows, heads)
    if (!(await findBreak(changed.rows, changed.heads, heads))) missed.push(tamper.name)
  }
  expect(missed).toEqual([])
})

test('nobody changes what was written down, whoever they are', async () => {
  await expect(world.inspect(`update audit set reason = 'nothing'`)).rejects.toThrow('what was written down stands')
  await expect(world.inspect('delete from audit')).rejects.toThrow('what was written down stands')
  await expect(world.inspect('truncate audit')).rejects.toThrow('what was written down stands')
  const smuggled = world.database.read(worker, ({ db }) => sql`select * from audit_head`.execute(db))
  await expect(smuggled).rejects.toThrow(/permission denied/)
})

type Tampered = { rows: AuditRow[]; heads: readonly Head[] }
type Tamper = (rows: readonly AuditRow[], heads: readonly Head[]) => Tampered

const any = (upTo: number) => Math.floor(Math.random() * upTo)
const other = (word: string | null) =>
  word === null ? randomBytes(4).toString('hex') : Math.random() < 0.5 ? null : `${word}x`

const edit: Tamper = (was, heads) => {
  const at = any(was.length)
  const column = any(18)
  const words = was[at]!.words.with(column, other(was[at]!.words[column]!))
  return { rows: was.with(at, { ...was[at]!, words }), heads }
}
const remove: Tamper = (was, heads) => ({ rows: was.toSpliced(any(was.length), 1), heads })
const insert: Tamper = (was, heads) => {
  const at = any(was.length)
  return { rows: was.toSpliced(at, 0, { ...was[at]!, words: was[at]!.words.with(0, '999999') }), heads }
}
const swap: Tamper = (was, heads) => {
  const [one, two] = [any(was.length), any(was.length)]
  if (one === two) return edit(was, heads)
  return {
    rows: was.with(one, { ...was[one]!, words: was[two]!.words }).with(two, { ...was[two]!, words: was[one]!.words }),
    heads,
  }
}
/** Takes the last rows of a shard away, and sets the head back as well. */
const cut: Tamper = (was, heads) => {
  const { shard } = was[any(was.length)]!
  const kept = was.filter((row) => row.shard !== shard || row.place === 1)
  const first = was.find((row) => row.shard === shard && row.place === 1)!
  if (kept.length === was.length) return remove(was, heads)
  return {
    rows: kept,
    heads: heads.map((head) => (head.shard === shard ? { shard, place: 1, hash: first.hash } : head)),
  }
}
/** Edits a row and makes every hash behind it anew, the head's too: only what was signed outside shows it. */
const rewrite: Tamper = (was, heads) => {
  const at = any(was.length)
  const { shard, place } = was[at]!
  let end: Buffer | undefined =
    place === 1
      ? undefined
      : Buffer.from(was.find((row) => row.shard === shard && row.place === place - 1)!.hash, 'hex')
  const made = was.map((row) => {
    if (row.shard !== shard || row.place < place) return row
    const words = row.place === place ? row.words.with(5, 'nothing') : row.words
    end = linkOf(end ?? firstHash(shard), words)
    return { ...row, words, hash: end.toString('hex') }
  })
  return {
    rows: made,
    heads: heads.map((head) => (head.shard === shard ? { ...head, hash: end!.toString('hex') } : head)),
  }
}
const tampers = [edit, remove, insert, swap, cut, rewrite]

const aLook = () => ({ action: 'consult' as const, personIds: [worker.userId], fieldGroups: ['identity' as const] })

async function read() {
  const owner = new URL(inject('urls').owner)
  owner.pathname = new URL(world.appUrl).pathname
  return withWholeAudit(owner.href, async (stream, heads) => {
    const rows: AuditRow[] = []
    for await (const row of stream) rows.push(row)
    return { rows, heads }
  })
}
