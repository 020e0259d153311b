import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aHandover } from './builders.ts'
import {
  type HandoverState,
  handoverStates,
  isOpen,
  type Mover,
  mayBecome,
  mayMove,
  mustAct,
} from './handover-states.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const pairs = handoverStates.flatMap((from) => handoverStates.map((to) => [from, to] as const))

test('from every state there is a way to the end, and from an end there is none', () => {
  const ends = handoverStates.filter((state) => !isOpen(state))
  const reaches = (state: HandoverState, seen: readonly HandoverState[] = []): boolean =>
    state === 'ACCEPTED' ||
    (Object.keys(mayBecome[state]) as HandoverState[]).some(
      (next) => !seen.includes(next) && reaches(next, [...seen, state]),
    )

  expect(ends).toEqual(['ACCEPTED', 'DECLINED', 'CANCELLED'])
  expect(handoverStates.filter((state) => isOpen(state) && !reaches(state))).toEqual([])
  expect(handoverStates.filter((state) => isOpen(state) !== (mustAct[state] !== 'NOBODY'))).toEqual([])
})

test('on every walk to the end the sender held a meeting, and the person said yes or a manager said why, before the receiver signed', () => {
  const walks: HandoverState[][] = []
  const walk = (path: HandoverState[]) => {
    const last = path.at(-1)!
    if (last === 'ACCEPTED') walks.push(path)
    if (path.length > 7) return
    for (const next of Object.keys(mayBecome[last]) as HandoverState[]) walk([...path, next])
  }
  walk(['PROPOSED'])

  expect(walks.length).toBeGreaterThan(10)
  for (const path of walks) {
    expect(path).toContain('HELD')
    expect(['AGREED', 'GONE_ON']).toContain(path.at(-2))
    if (path.at(-2) === 'GONE_ON') expect(path).toContain('DISAGREED')
  }
})

test('the database has the same chart', async () => {
  const rows = await world.inspect<{ was: string; becomes: string; movers: Mover[] }>(
    `select was, becomes, handover_movers(was, becomes) as movers from unnest($1::text[]) was, unnest($1::text[]) becomes`,
    [[...handoverStates]],
  )

  const chart = Object.fromEntries(pairs.map(([from, to]) => [`${from} ${to}`, [...(mayBecome[from][to] ?? [])]]))
  expect(Object.fromEntries(rows.map(({ was, becomes, movers }) => [`${was} ${becomes}`, movers]))).toEqual(chart)
})

test('whatever SQL somebody smuggles, a move is made by whom the chart gives it to and by nobody else', async () => {
  const { id, danny, hands } = await aRelay()
  const wrong: string[] = []

  for (const [from, to] of pairs.filter(([from, to]) => from !== to))
    for (const [who, { actor, hats }] of Object.entries(hands)) {
      await world.inspect(`alter table handover disable trigger handover_moves`)
      await world.inspect(`update handover set ${columnsOf(from)} where id = $1`, [id])
      await world.inspect(`alter table handover enable trigger handover_moves`)
      const isMade = await isMoved(actor, id, danny, to)
      if (isMade !== mayMove(from, to, hats)) wrong.push(`${who}: ${from} to ${to} is ${isMade ? 'made' : 'refused'}`)
    }

  expect(wrong).toEqual([])
}, 120_000)

interface Hand {
  actor: Actor
  hats: readonly Mover[]
}

async function aRelay() {
  const sender = await world.aWorkerAt('HMP Fernhall')
  const receiver = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  const danny = await aCase(world, sender)
  await world.database.change(sender, (change) => addSupervision(change, danny.id, { agencyId: receiver.agencyId }))
  const manager = await named(await world.aColleagueOf(sender, { roles: ['MANAGER'] }), danny)
  const colleague = await named(await world.aColleagueOf(receiver), danny)
  const id = await aHandover(world, sender, danny.id, receiver)
  // Nothing of the agency that answers for the case is in the way of the last move.
  await world.inspect('update case_file set owner_agency_id = $2 where id = $1', [danny.id, receiver.agencyId])
  const hands: Record<string, Hand> = {
    sender: { actor: sender, hats: ['SENDER', 'PERSON'] },
    'manager of the sender': { actor: manager, hats: ['SENDER', 'PERSON', 'MANAGER'] },
    receiver: { actor: receiver, hats: ['PERSON', 'RECEIVER'] },
    'colleague of the receiver': { actor: colleague, hats: ['PERSON'] },
    system: { actor: systemFor(sender.agencyId), hats: ['SYSTEM'] },
  }
  return { id, danny, hands }
}

async function named(actor: Actor, { id }: BuiltCase): Promise<Actor> {
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'SUPPORT', current_date, $2)`,
    [id, actor.agencyId, actor.userId],
  )
  return actor
}

const columnsOf = (state: HandoverState) => `state = '${state}', held_at = now(),
  ended_at = ${state === 'DECLINED' || state === 'CANCELLED' ? 'now()' : 'null'}, accepted_at = ${state === 'ACCEPTED' ? 'now()' : 'null'}`

/** Tries a move past all operations, and takes it back. */
async function isMoved(actor: Actor, id: string, { id: caseId, personId }: BuiltCase, to: HandoverState) {
  const undone = new Error('only tried')
  try {
    await world.database.change(actor, async ({ db, record }) => {
      record({ name: 'test.moved', subjectId: id, caseId, personId, fieldGroup: 'plan' })
      const { rows } = await sql`update handover set ${sql.raw(columnsOf(to))} where id = ${id} returning id`.execute(
        db,
      )
      if (rows.length === 1) throw undone
    })
  } catch (error) {
    if (error === undone) return true
    if (!(error instanceof Error && /handover: this move/.test(error.message))) throw error
  }
  return false
}
