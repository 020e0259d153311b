import { getAgency } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { composeCopy, jsonOf } from './compose-copy.ts'
import { printCopy } from './print-copy.ts'
import { listBuildable, lockRequest, upsertBundle } from './queries/bundles.ts'
import { listGoingOut } from './queries/items.ts'
import { getRequest } from './queries/requests.ts'

/** Builds each copy of a request that has been checked whole; as the system, and as often as it is asked. */
export async function buildCopies(change: Change, requestId: string): Promise<number> {
  await lockRequest(change, requestId)
  const request = await getRequest(change, requestId)
  const buildable = await listBuildable(change, requestId)
  for (const each of buildable) {
    const items = await listGoingOut(change, requestId, each.holderId)
    const holder = (await getAgency(change, each.holderId)).name
    const copy = composeCopy(items, { locale: request.locale, holder, now: change.now })
    await upsertBundle(change, each, { itemCount: items.length, pdf: printCopy(copy, change.now), json: jsonOf(copy) })
  }
  change.record({
    name: 'subject-access.built',
    subjectId: requestId,
    fieldGroup: 'administration',
    details: { count: buildable.length },
  })
  return buildable.length
}
