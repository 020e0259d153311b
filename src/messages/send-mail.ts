import type { Actor, Change, Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { findMailToSend, listDueMailIds, type Mail, markNotSent, markSent } from './queries.ts'

/** Gives one mail to a mail server; throws what the server said when it is not taken. */
export type Deliver = (mail: Mail) => Promise<void>

const mostTries = 15 // the last one comes two days after the first
const firstWaitInMinutes = 1
const longestWaitInMinutes = 6 * 60

/**
 * Sends all that is due. A mail whose server says no waits longer each time. One that a crash cuts off between server and
 * database is sent again: twice is better than never.
 *
 * @param actor - the system.
 * @returns how many were sent.
 */
export async function sendWaitingMail(database: Database, actor: Actor, deliver: Deliver): Promise<number> {
  const ids = await database.read(actor, (reading) => listDueMailIds(reading, mostTries))
  let sent = 0
  for (const id of ids) {
    const isSent = await database.change(actor, (change) => sendOne(change, id, deliver)).catch(notIfTaken)
    if (isSent) sent++
  }
  return sent
}

async function sendOne(change: Change, id: string, deliver: Deliver): Promise<boolean> {
  const mail = await findMailToSend(change, id)
  if (!mail) throw new Refusal('conflict', 'mail.taken')
  const error = await deliver(mail).then(
    () => undefined,
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
  )
  if (error === undefined) await markSent(change, id)
  else await markNotSent(change, mail, error.slice(0, 500), nextTryAt(change.now, mail.tries))
  change.record({
    name: error === undefined ? 'mail.sent' : 'mail.not-sent',
    subjectId: id,
    fieldGroup: 'administration',
  })
  return error === undefined
}

function nextTryAt(now: Date, tries: number): Date {
  const minutes = Math.min(firstWaitInMinutes * 2 ** tries, longestWaitInMinutes)
  return new Date(now.getTime() + minutes * 60_000)
}

function notIfTaken(error: unknown): boolean {
  if (error instanceof Refusal && error.code === 'mail.taken') return false // another worker has it
  throw error
}
