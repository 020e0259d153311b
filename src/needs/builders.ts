import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { getNeed, type Need } from './queries/needs.ts'
import { type NewNeed, raiseNeed } from './raise-need.ts'

/** A need raised by hand, as the app does it. Says only what the test cares about. */
export async function aNeed(world: World, worker: Actor, caseId: string, need: Partial<NewNeed> = {}): Promise<Need> {
  const responsible = { agencyId: worker.agencyId, accountId: worker.userId, isForPerson: false }
  const id = await world.database.change(worker, (change) =>
    raiseNeed(change, caseId, { pathway: 'ACCOMMODATION', words: 'A room by release', responsible, ...need }),
  )
  return world.database.read(worker, (reading) => getNeed(reading, id))
}
