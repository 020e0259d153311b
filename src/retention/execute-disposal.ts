import { dayAt } from '../platform/calendar-day.ts'
import type { Actor, Change, Database } from '../platform/database.ts'
import { begin, disposeOf, end, listToExecute, listWaiting } from './queries/disposals.ts'
import { advanceClocks } from './queries/schedule.ts'

const itemsOfATurn = 20 // kept together: a stop of the program loses no more than the turn it was in
const eventsOfATurn = 20_000

/** Carries out what was approved and whose days are over. It may be stopped anywhere and goes on where it was. */
export async function executeDisposals(database: Database, system: Actor): Promise<void> {
  for (const id of await database.read(system, listToExecute)) {
    if (!(await isBegun(database, system, id))) continue
    while ((await executeTurn(database, system, id)) > 0);
    await database.change(system, async (change) => {
      if (await end(change, id)) record(change, 'disposal.done', id)
      else record(change, 'disposal.looked-at', id)
    })
  }
}

function isBegun(database: Database, system: Actor, id: string): Promise<boolean> {
  return database.change(system, async (change) => {
    const isIts = await begin(change, id)
    record(change, isIts ? 'disposal.begun' : 'disposal.looked-at', id)
    return isIts
  })
}

/** @returns how many items were settled. */
export async function executeTurn(database: Database, system: Actor, id: string): Promise<number> {
  const waiting = await database.read(system, (reading) => listWaiting(reading, id, itemsOfATurn))
  if (waiting.length === 0) return 0
  return database.change(system, async (change) => {
    let settled = 0
    for (const item of waiting) {
      const state = await disposeOf(change, id, item, dayAt(change.now))
      if (!state) continue
      settled += 1
      const details = { class: item.class, state }
      const name = state === 'DONE' ? 'record.disposed' : 'record.not-disposed'
      change.record({ name, subjectId: id, personId: item.personId, fieldGroup: 'administration', details })
    }
    if (settled === 0) record(change, 'disposal.looked-at', id)
    return settled
  })
}

/** Brings the days that retention counts from up to the last event: the work of a night. @returns how many people were read. */
export async function advanceRetention(database: Database, system: Actor): Promise<number> {
  for (let people = 0; ; ) {
    const read = await database.change(system, async (change) => {
      const stretch = await advanceClocks(change, eventsOfATurn)
      record(change, 'retention.advanced', system.userId)
      return stretch
    })
    people += read.people
    if (read.isLast) return people
  }
}

function record(change: Change, name: string, subjectId: string): void {
  change.record({ name, subjectId, fieldGroup: 'administration' })
}
