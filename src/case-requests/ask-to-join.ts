import { getPartnership } from '../agencies/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertRequest, listGateways, type NewRequest } from './queries.ts'

export const shortestReason = 20

/**
 * Asks to join the case of a person who is told by an exact number. Whether there is such a case is in no answer but that of the agency
 * that answers for it.
 *
 * @returns the id of the request, found or not.
 * @throws Refusal `case-request.no-gateway` for a law that does not hold here.
 */
export async function askToJoin(change: Change, asked: Omit<NewRequest, 'id' | 'expiresAt'>): Promise<string> {
  const gateways = await listGateways(change)
  if (!gateways.some(({ code }) => code === asked.gateway)) throw new Refusal('not found', 'case-request.no-gateway')
  const { expireAfterDays } = await getPartnership(change)
  const id = newId()
  const expiresAt = new Date(`${addDays(dayAt(change.now), expireAfterDays + 1)}T00:00:00Z`)
  await insertRequest(change, { ...asked, id, expiresAt })
  const details = { purpose: asked.purpose, gateway: asked.gateway }
  change.record({ name: 'case-request.asked', subjectId: id, fieldGroup: 'administration', details })
  change.later('tell-case-request', { requestId: id }) // found or not: the asker's own transaction looks the same
  return id
}
