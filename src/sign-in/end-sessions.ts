import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { endOwnSessions } from './queries/sessions.ts'

/** Ends one of the actor's own sessions. @throws Refusal `session.not-found` */
export async function endOneSession(change: Change, sessionId: string): Promise<void> {
  if ((await endOwnSessions(change, { one: sessionId })) === 0) throw new Refusal('not found', 'session.not-found')
  change.record({ name: 'session.ended', subjectId: sessionId, fieldGroup: 'administration' })
}

/** Ends every session of the actor but the one that asks. */
export async function endOtherSessions(change: Change): Promise<void> {
  await endOwnSessions(change, { otherThan: change.actor.sessionId })
  change.record({ name: 'sessions.ended', subjectId: change.actor.userId, fieldGroup: 'administration' })
}
