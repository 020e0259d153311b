import type { Actor, Change, Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { findMailToSend, listDueMailIds, type Mail, markEnded, markNotSent, markSent } from './queries/mail.ts'
import { isOpenToFamily, isStillToRemind, keepOutcome } from './queries/outcomes.ts'
import { NeverArrives, type Way } from './ways.ts'

/**
 * Gives one message to whoever carries it; throws what was said when it is not taken, NeverArrives when it never will be.
 *
 * @returns the number under which one can ask whether it arrived, where there is one.
 */
export type Deliver = (mail: Mail) => Promise<string | undefined>

const mostTries = 15 // the last one comes two days after the first
const mostTriesOfReminder = 6 // half an hour: then somebody should ring
const firstWaitInMinutes = 1
const longestWaitInMinutes = 6 * 60

/**
 * Sends all that is due. A mail whose server says no waits longer each time. One that a crash cuts off between server and
 * database is sent again, under the same number, so that the receiver's side can tell: twice is better than never.
 *
 * @param actor - the system.
 * @param ways - those that somebody carries.
 * @returns how many were sent.
 */
export async function sendWaitingMail(
  database: Database,
  actor: Actor,
  deliver: Deliver,
  ways: readonly Way[] = ['EMAIL'],
): Promise<number> {
  const ids = await database.read(actor, (reading) => listDueMailIds(reading, mostTries, ways))
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
  const record = (name: string) => change.record({ name, subjectId: id, fieldGroup: 'administration' })
  const isOver =
    (mail.reminderId && !(await isStillToRemind(change, mail.reminderId))) ||
    (mail.familyMemberId && !(await isOpenToFamily(change, mail.familyMemberId)))
  if (isOver) {
    await markEnded(change, id, null)
    record('mail.taken-back')
    return false
  }
  const given = await deliver(mail).then(
    (outsideId) => ({ outsideId }),
    (cause: unknown) => ({ cause }),
  )
  if ('cause' in given) {
    await keepFailure(change, mail, given.cause)
    record('mail.not-sent')
    return false
  }
  await markSent(change, mail, given.outsideId)
  await keepOutcome(change, mail.reminderId, 'SENT')
  record('mail.sent')
  return true
}

/** Of a reminder the worker is told once it is sure that it will not arrive, or not in time. */
async function keepFailure(change: Change, mail: Mail, cause: unknown): Promise<void> {
  const error = (cause instanceof Error ? cause.message : String(cause)).slice(0, 500)
  const isOver = cause instanceof NeverArrives || mail.tries + 1 >= mostTriesOfReminder
  if (!mail.reminderId || !isOver) return markNotSent(change, mail, error, nextTryAt(change.now, mail.tries))
  await markEnded(change, mail.id, error)
  await keepOutcome(change, mail.reminderId, 'FAILED')
}

function nextTryAt(now: Date, tries: number): Date {
  const minutes = Math.min(firstWaitInMinutes * 2 ** tries, longestWaitInMinutes)
  return new Date(now.getTime() + minutes * 60_000)
}

function notIfTaken(error: unknown): boolean {
  if (error instanceof Refusal && error.code === 'mail.taken') return false // another worker has it
  throw error
}
