import { postMail } from '../messages/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { listNotGiven, listToTell, listUntold, updateTold, updateToldLate } from './queries/parts.ts'
import { getRequest } from './queries/requests.ts'
import { isLate } from './subject-request.ts'
import { words } from './words.ts'

/** Tells the managers of each agency that something waits for it, and whoever is late with it and the coordinators that it is; each once. */
export async function tendRequests(change: Change): Promise<void> {
  let [told, late] = [0, 0]
  for (const { requestId, agencyId } of await listUntold(change)) {
    await mail(change, agencyId, 'waits')
    await updateTold(change, requestId, agencyId)
    told += 1
  }
  for (const { requestId, agencyIds } of await listNotGiven(change)) {
    const request = await getRequest(change, requestId)
    if (!isLate(request, dayAt(change.now))) continue
    for (const agencyId of [...agencyIds, null]) await mail(change, agencyId, 'late')
    await updateToldLate(change, requestId)
    late += 1
  }
  change.record({
    name: 'subject-access.tended',
    subjectId: change.actor.userId,
    fieldGroup: 'administration',
    details: { told, late },
  })
}

/** No case facts, and nobody's name but the reader's. */
async function mail(change: Change, agencyId: string | null, what: 'waits' | 'late'): Promise<void> {
  for (const { id, name, email, locale } of await listToTell(change, agencyId)) {
    const say = words(locale)
    const text = { subject: say(`mail.${what}-subject`), body: say(`mail.${what}-body`, { name }) }
    await postMail(change, { to: email, accountId: id, locale, ...text })
  }
}
