import { tellColleagues } from '../alerts/index.ts'
import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { findTold, listApprovers, type Told } from './queries.ts'
import { words } from './words.ts'

// A mail says that something waits, and nothing of what is in the file or why.

/** Tells who may approve a file that it waits, and who asked that it was asked in their name: they notice if it was not they. */
export async function tellApprovers(change: Change, id: string): Promise<void> {
  const approvers = await listApprovers(change)
  await tellColleagues(
    change,
    approvers.map((approver) => approver.id),
    { name: 'export.asked', subjectId: id },
  )
  for (const approver of approvers) await mail(change, approver, 'asked')
  const asker = await findTold(change, change.actor.userId)
  if (asker) await mail(change, asker, 'own')
}

/** Tells who asked that somebody said yes, and it can be taken, or no. */
export async function tellAsker(
  change: Change,
  { id, askedBy }: { id: string; askedBy: string },
  what: 'approved' | 'declined',
): Promise<void> {
  await tellColleagues(change, [askedBy], { name: `export.${what}`, subjectId: id })
  const asker = await findTold(change, askedBy)
  if (asker) await mail(change, asker, what)
}

async function mail(
  change: Change,
  { id, name, email, locale }: Told,
  what: 'asked' | 'own' | 'approved' | 'declined',
): Promise<void> {
  const say = words(locale)
  const text = { subject: say(`mail.${what}.subject`), body: say(`mail.${what}.body`, { name }) }
  await postMail(change, { to: email, accountId: id, locale, ...text })
}
