import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { getReorganisation, listApproved, moveAgency } from './queries.ts'

/**
 * Moves what two people decided, all in one transaction: accounts, teams, live parties of cases, open referrals, steps and
 * appointments, services, agreements, and whose the facts are. What is over keeps the name under which it was done. A second
 * call finds nothing to do.
 */
export async function carryOutReorganisation(change: Change, id: string): Promise<void> {
  const plan = await getReorganisation(change, id)
  const moved = await moveAgency(change, id, dayAt(change.now))
  if (!moved) return
  const { fromAgencyId, toAgencyId, fromAgency: from, toAgency: to } = plan
  for (const { caseId, personId } of moved) {
    const details = { from, to, fromAgencyId, toAgencyId }
    change.record({ name: 'case.agency-changed', subjectId: caseId, caseId, personId, fieldGroup: 'identity', details })
  }
}

export const reorganisationJobs: Jobs = {
  'carry-out-reorganisations': async ({ database, actor, actingFor }) => {
    for (const id of await database.read(actor, listApproved)) {
      await database.change(actingFor(actor.agencyId), async (change) => {
        await carryOutReorganisation(change, id)
        change.record({ name: 'reorganisation.carried-out', subjectId: id, fieldGroup: 'administration' })
      })
    }
  },
}
