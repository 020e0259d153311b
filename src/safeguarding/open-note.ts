import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { closeOpening, getOpening, getWalledNote, insertOpening, listManagers } from './queries.ts'
import { words } from './words.ts'

export interface NewOpening {
  toAgencyId: string
  /** 20 to 1,000 characters: who is in danger, and why this agency must read the note. */
  reason: string
}

/**
 * Opens one mentoring note to one agency, to keep somebody safe, and tells its managers that something waits.
 *
 * @returns the id of the opening.
 * @throws Refusal `note.not-found`; `safeguarding.not-theirs` to whoever is neither the author nor a manager of the author's agency.
 */
export async function openNote(change: Change, noteId: string, { toAgencyId, reason }: NewOpening): Promise<string> {
  const note = await getWalledNote(change, noteId)
  if (!note.isTheirs || toAgencyId === change.actor.agencyId)
    throw new Refusal('not allowed', 'safeguarding.not-theirs')
  const { caseId, personId } = note
  const id = newId()
  await insertOpening(change, { id, noteId, caseId, personId, toAgencyId, reason })
  for (const { id: accountId, email: to, locale } of await listManagers(change, toAgencyId)) {
    const say = words(locale)
    await postMail(change, { to, accountId, locale, subject: say('mail.subject'), body: say('mail.body') })
  }
  change.look({ action: 'disclose', personIds: [personId], caseIds: [caseId], fieldGroups: ['mentoring'], reason })
  const details = { noteId, toAgencyId }
  change.record({ name: 'note.opened', subjectId: id, caseId, personId, fieldGroup: 'mentoring', details })
  return id
}

/** Closes it again. @throws Refusal `safeguarding.not-found`; `safeguarding.not-theirs` */
export async function closeNote(change: Change, id: string): Promise<string> {
  const { noteId, caseId, personId, toAgencyId } = await getOpening(change, id)
  if (!(await closeOpening(change, id))) throw new Refusal('not allowed', 'safeguarding.not-theirs')
  const details = { noteId, toAgencyId }
  change.record({ name: 'note.closed', subjectId: id, caseId, personId, fieldGroup: 'mentoring', details })
  return noteId
}
