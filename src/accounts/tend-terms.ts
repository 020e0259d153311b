import { getAccount } from '../agencies/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Actor, Database } from '../platform/database.ts'
import { sendInvitation } from '../sign-in/index.ts'
import { listAgenciesWithDueTerms, tendTerms } from './queries/terms.ts'

/** Every night: whose first day came is let in and invited, and whose last day is over is shut out, sessions and all. */
export async function tendAccountTerms(
  database: Database,
  system: Actor,
  actingFor: (agencyId: string) => Actor,
): Promise<void> {
  const today = dayAt(database.clock.now())
  const agencies = await database.read(system, (reading) => listAgenciesWithDueTerms(reading, today))
  for (const agencyId of agencies) {
    await database.change(actingFor(agencyId), async (change) => {
      const tended = await tendTerms(change, today)
      for (const { id, happened } of tended) {
        if (happened === 'begun') await sendInvitation(change, await getAccount(change, id))
        const name = happened === 'begun' ? 'account.enabled' : 'account.disabled'
        change.record({ name, subjectId: id, fieldGroup: 'administration', details: { by: 'term' } })
      }
      if (tended.length === 0)
        change.record({ name: 'terms.tended', subjectId: agencyId, fieldGroup: 'administration' })
    })
  }
}
