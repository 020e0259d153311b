import type { Reading } from '../../platform/database.ts'

export interface LastChange {
  by: string
  at: Date
}

/** Who changed a setting last and when, where the actor's agency may know it. */
export async function findLastChange({ db, actor }: Reading, subjectId: string): Promise<LastChange | undefined> {
  return db
    .selectFrom('event')
    .innerJoin('account', 'account.id', 'event.actor_id')
    .select(['account.name as by', 'event.happened_at as at'])
    .where('event.agency_id', '=', actor.agencyId)
    .where('event.subject_id', '=', subjectId)
    .orderBy('event.happened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
