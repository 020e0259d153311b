import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { findPerson } from './find-person.ts'
import type { FoundCase } from './queries/people.ts'
import { awaitTurn, hasArrived, insertUnfiled, type Said, settleUnfiled, type Why } from './queries/unfiled.ts'
import { type NewSession, recordSession } from './record-session.ts'

export interface FromWing {
  id: string
  /** A prison number, or a code of the author's pack. */
  who: string
  /** Undefined where what was typed makes no session. */
  session: Omit<NewSession, 'id'> | undefined
  said: Said
  writtenAt: Date
}

/**
 * Files a note that was written without a network. What cannot be filed is kept for its author: nothing typed is lost.
 *
 * @throws Refusal `key-work.has-arrived` for a note that came before.
 */
export async function fileFromWing(change: Change, note: FromWing): Promise<'filed' | 'aside'> {
  const { id, who, session, said, writtenAt } = note
  await awaitTurn(change, id)
  if (await hasArrived(change, id)) throw new Refusal('conflict', 'key-work.has-arrived')

  const found = await findPerson(change, who, writtenAt)
  const why = session ? whyNot(found) : 'INCOMPLETE'
  if (!why && session && found) {
    await recordSession(change, found.caseId, { ...session, id, isFromWing: true })
    return 'filed'
  }
  await insertUnfiled(change, { id, why: why ?? 'INCOMPLETE', said, writtenAt })
  change.record({ name: 'key-work.kept-aside', subjectId: id, fieldGroup: 'administration', details: { why } })
  return 'aside'
}

/** Why a note cannot be written in what was found; undefined where it can. */
export function whyNot(found: FoundCase | undefined): Why | undefined {
  if (!found) return 'NOT_FOUND'
  if (!found.isOpen) return 'CASE_CLOSED'
  return found.mayWrite ? undefined : 'MAY_NOT_WRITE'
}

/** Files a note that was kept aside, now that its author says whose it is. @throws Refusal as `recordSession` */
export async function fileUnfiled(change: Change, id: string, caseId: string, session: Omit<NewSession, 'id'>) {
  await recordSession(change, caseId, { ...session, id, isFromWing: true })
  await settleUnfiled(change, id, 'FILED')
}

/** Throws a note away that was kept aside. @throws Refusal `key-work.unfiled-not-found` */
export async function throwAway(change: Change, id: string): Promise<void> {
  if (!(await settleUnfiled(change, id, 'THROWN_AWAY'))) throw new Refusal('not found', 'key-work.unfiled-not-found')
  change.record({ name: 'key-work.thrown-away', subjectId: id, fieldGroup: 'administration' })
}
