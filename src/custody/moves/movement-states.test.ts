import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../platform/calendar-day.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import type { Standing } from '../queries/movements.ts'
import { contradictionIn } from './contradiction.ts'
import {
  type CustodyState,
  custodyStates,
  type MovementKind,
  mayBecome,
  movementKinds,
  possibleMovements,
} from './movement-states.ts'

const anyKinds = fc.array(fc.constantFrom(...movementKinds), { maxLength: 60 })
/** Where somebody ends up when what cannot be is left out. */
function walk(kinds: MovementKind[], from: CustodyState = 'NONE'): CustodyState[] {
  const path = [from]
  for (const kind of kinds) path.push(mayBecome[path.at(-1)!][kind] ?? path.at(-1)!)
  return path
}

describe('whatever is said in whatever order', () => {
  test('nobody is recalled who was not released first', () => {
    fc.assert(
      fc.property(anyKinds, (kinds) => {
        const path = walk(kinds)
        kinds.forEach((kind, at) => {
          if (kind === 'RECALL' && mayBecome[path[at]!][kind]) expect(path.slice(0, at + 1)).toContain('RELEASED')
        })
      }),
    )
  })

  test('nothing follows a death', () => {
    fc.assert(fc.property(anyKinds, (kinds) => new Set(walk(kinds, 'DEAD')).size === 1))
  })

  test('nobody is sent to another prison from court or from a temporary release', () => {
    for (const state of ['AT_COURT', 'ON_TEMPORARY_RELEASE'] as const) expect(mayBecome[state].TRANSFER).toBeUndefined()
  })

  test('from every state but death there is a way out of prison', () => {
    const reaches = (from: CustodyState, seen = new Set<CustodyState>()): boolean =>
      from === 'RELEASED' ||
      (!seen.has(from) && Object.values(mayBecome[from]).some((next) => reaches(next, new Set([...seen, from]))))

    expect(custodyStates.filter((state) => !reaches(state))).toEqual(['DEAD'])
  })

  test('what the page offers is what may be, and of a release and a re-release always one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...custodyStates), fc.boolean(), (state, isRecalled) => {
        const offered = possibleMovements(state, isRecalled)
        expect(offered.every((kind) => mayBecome[state][kind])).toBe(true)
        expect(offered.includes('RELEASE') && offered.includes('RE_RELEASE')).toBe(false)
      }),
    )
  })
})

test('no day before the last movement or after today is taken, on any day of the year', () => {
  const today: Day = '2026-10-25' // the clocks go back
  const standing: Standing = {
    caseId: 'c',
    personId: 'p',
    state: 'HELD',
    isRecalled: false,
    prisonId: 'here',
    receivedOn: null,
    lastOn: addDays(today, -200),
    lastKind: 'RECEPTION',
    releaseOn: null,
    mayWrite: true,
    jurisdiction: 'UK-EW',
  }
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 200 }), (days) => {
      const happenedOn = addDays(today, days)
      const found = contradictionIn({ kind: 'MOVE', happenedOn }, standing, { today, agencyId: 'here', prisonIds: [] })
      expect(found?.code).toBe(days > 0 ? 'in-the-future' : days < -200 ? 'before-the-last' : undefined)
    }),
  )
})

describe('in the database', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  test('the table is the same, state by state and movement by movement', async () => {
    const rows = await world.inspect<{ state: CustodyState; kind: MovementKind; next: CustodyState | null }>(
      'select state, kind, movement_leads_to(state, kind) as next from unnest($1::text[]) state, unnest($2::text[]) kind',
      [custodyStates, movementKinds],
    )

    expect(rows.filter(({ state, kind, next }) => (mayBecome[state][kind] ?? null) !== next)).toEqual([])
    expect(rows).toHaveLength(custodyStates.length * movementKinds.length)
  })
})
