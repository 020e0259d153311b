import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { endSession, insertSession, type Session } from './queries/series.ts'

/** Adds a session to the series of the actor's prison. People who are received from now on have it. @throws Refusal `induction.no-prison` */
export async function addSession(change: Change, session: Omit<Session, 'id'>): Promise<void> {
  if (change.actor.agencyKind !== 'prison') throw new Refusal('not allowed', 'induction.no-prison')
  const id = await insertSession(change, session)
  change.record({ name: 'induction-session.added', subjectId: id, fieldGroup: 'administration' })
}

/** Ends a session: whoever has it in their series keeps it, nobody else gets it. @throws Refusal `induction.session-not-found` */
export async function removeSession(change: Change, id: string): Promise<void> {
  if (!(await endSession(change, id))) throw new Refusal('not found', 'induction.session-not-found')
  change.record({ name: 'induction-session.ended', subjectId: id, fieldGroup: 'administration' })
}
