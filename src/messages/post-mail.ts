import type { Change } from '../platform/database.ts'
import { insertMail, type NewMail } from './queries/mail.ts'

export type { NewMail } from './queries/mail.ts'

/**
 * Puts a mail in the outbox, in the transaction of its cause: it is sent once that is kept, and never if it is not.
 *
 * @param mail.to - one address.
 * @param mail.body - plain text in the receiver's language. No case facts: at most that something waits, and a link.
 */
export async function postMail(change: Change, mail: NewMail): Promise<void> {
  await insertMail(change, mail)
  change.later('send-mail', {})
}
