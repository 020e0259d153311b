import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameWorker } from '../cases/index.ts'
import { type EnteredDate, enterReleaseDate } from '../custody/index.ts'
import { changePeople } from '../people/index.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { importPeople } from './import-people.ts'
import { undoImport } from './undo-import.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

let next = 5000

test('those who work on a case are told of a date that an import moved, and of its going back', async () => {
  const { list, undo, told } = await aCaseWithWorkers()
  await list('2026-11-27', '')

  const batchId = await list('2026-11-20', '')
  await undo(batchId)

  expect(await told()).toEqual([
    { kind: 'CRD', from: '2026-11-27', to: '2026-11-20' },
    { kind: 'CRD', from: '2026-11-20', to: '2026-11-27' },
  ])
})

test('where a surer date is shown since, a date that goes back beneath it is told to nobody', async () => {
  const { list, undo, enter, told } = await aCaseWithWorkers()
  await list('2026-11-27', '')
  const batchId = await list('2026-11-20', '')
  await enter({ kind: 'HDCAD', day: '2026-11-16', isRecalled: false })
  const before = await told()

  await undo(batchId)

  expect(before.at(-1)).toEqual({ kind: 'HDCAD', from: '2026-11-20', to: '2026-11-16' })
  expect(await told()).toEqual(before)
})

test('the move that is told is that of the date shown before and after the undo', async () => {
  const { list, undo, enter, told } = await aCaseWithWorkers()
  await list('2026-11-27', '')
  const batchId = await list('2026-11-27', '2026-11-18')
  await enter({ kind: 'CRD', day: '2026-11-24', isRecalled: false })

  await undo(batchId)

  expect(await told()).toEqual([
    { kind: 'CONFIRMED', from: '2026-11-27', to: '2026-11-18' },
    { kind: 'CRD', from: '2026-11-18', to: '2026-11-24' },
  ])
})

test('a date that goes back is told also where somebody’s later change of the name is kept', async () => {
  const { list, undo, rename, told } = await aCaseWithWorkers()
  await list('2026-11-27', '')
  const batchId = await list('2026-11-20', '', 'Okafor-Bright')
  await rename('Bright')

  const { kept } = await undo(batchId)

  expect(kept).toEqual([{ row: 2, reason: 'changed-since' }])
  expect((await told()).at(-1)).toEqual({ kind: 'CRD', from: '2026-11-20', to: '2026-11-27' })
})

test('a recall that somebody wrote down since stays, and the undo says that it kept it', async () => {
  const { list, undo, enter, recalled } = await aCaseWithWorkers()
  await list('2026-11-27', '')
  const batchId = await list('2026-11-27', '', 'Okafor', 'B')
  await enter({ kind: 'PRRD', day: '2026-12-18', isRecalled: true })

  const { kept } = await undo(batchId)

  expect(kept).toEqual([{ row: 2, reason: 'changed-since' }])
  expect(await recalled()).toEqual([{ wing: 'B', is_recalled: true }])
})

/** A prison with a list of one person, on whose case a colleague of whoever imports works. */
async function aCaseWithWorkers() {
  const prison = await world.aWorkerAt('Fernhall', { roles: ['WORKER', 'MANAGER'] })
  const colleague = await world.aColleagueOf(prison)
  const key = `A${next++}XY`
  await imported(prison, `${key},Okafor,Danny,,,A`)
  const [found] = await world.database.read(prison, ({ db }) =>
    db.selectFrom('case_file').select(['id', 'person_id as personId']).execute(),
  )
  const { id: caseId, personId } = found!
  await later(prison, (change) => nameWorker(change, caseId, { accountId: colleague.userId, role: 'KEY_WORKER' }))

  return {
    list: (crd: string, confirmed: string, name = 'Okafor', wing = 'A') =>
      imported(prison, `${key},${name},Danny,${crd},${confirmed},${wing}`),
    undo: (batchId: string) => later(prison, (change) => undoImport(change, batchId)),
    enter: (date: EnteredDate) => later(prison, (change) => enterReleaseDate(change, personId, date)),
    rename: (familyName: string) =>
      later(prison, async (change) => {
        await changePeople(change, [{ personId, fields: { familyName } }])
        change.record({ name: 'person.changed', subjectId: personId, personId, fieldGroup: 'identity' })
      }),
    recalled: () => world.inspect(`select wing, is_recalled from custody where person_id = '${personId}'`),
    /** Every move that the colleague was told of, but the first date's. */
    told: async () => {
      const alerts = await world.inspect<{ details: { kind: string; from: string | null; to: string } }>(
        `select details from alert where account_id = '${colleague.userId}' and name = 'release-date.moved' order by made_at`,
      )
      return alerts.map(({ details }) => details).filter(({ from }) => from !== null)
    },
  }
}

async function imported(actor: Actor, row: string): Promise<string> {
  const bytes = Buffer.from(`Prison number,Surname,First name,CRD,Confirmed release date,Wing,DOB\n${row},04/05/1991`)
  const read = await later(actor, (change) => importPeople(change, { name: 'list.csv', bytes }))
  if ('problem' in read || !read.batchId) throw new Error('Not imported.')
  return read.batchId
}

/** Makes a change a minute after the one before, so that what it tells comes after. */
function later<Made>(actor: Actor, make: (change: Change) => Promise<Made>): Promise<Made> {
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  return world.database.change(actor, make)
}
