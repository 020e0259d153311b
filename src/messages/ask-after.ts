import type { Actor, Database } from '../platform/database.ts'
import { markEnded } from './queries/mail.ts'
import { keepOutcome, listOnTheWay } from './queries/outcomes.ts'

/**
 * Asks after every message that is on the way, and keeps what became of it. One about which nobody answers is asked after again.
 *
 * @param ask - by the number under which it was taken.
 * @returns how many have come to an end.
 */
export async function askAfterMessages(
  database: Database,
  actor: Actor,
  ask: (outsideId: string) => Promise<'ARRIVED' | 'FAILED' | undefined>,
): Promise<number> {
  let ended = 0
  for (const { id, outsideId, reminderId } of await database.read(actor, listOnTheWay)) {
    const outcome = await ask(outsideId).catch(() => undefined)
    if (!outcome) continue
    await database.change(actor, async (change) => {
      await markEnded(change, id, outcome === 'FAILED' ? 'did not arrive' : null)
      await keepOutcome(change, reminderId, outcome)
      change.record({ name: `mail.${outcome.toLowerCase()}`, subjectId: id, fieldGroup: 'administration' })
    })
    ended += 1
  }
  return ended
}
