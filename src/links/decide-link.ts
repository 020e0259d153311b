import { undoMerge } from '../people/index.ts'
import type { Actor, Change, Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { clearMerge, findMergeAgency, getLink, insertDecision, updateState } from './queries/links.ts'

/**
 * Says of a pair that both records are one person's, or two people's. The records themselves follow in the worker; a decision can
 * be turned round whenever it proves wrong, and every one stays with its reason.
 *
 * @param reason - 1 to 500 letters, for whoever looks at it later.
 * @throws Refusal `link.not-found`; `link.changed-meanwhile` when somebody decided since, or it was so already.
 */
export async function decideLink(
  change: Change,
  id: string,
  version: number,
  state: 'JOINED' | 'APART',
  reason: string,
): Promise<void> {
  await getLink(change, id)
  if (!(await updateState(change, id, version, state))) throw new Refusal('conflict', 'link.changed-meanwhile')
  await insertDecision(change, id, state, reason)
  change.record({
    name: state === 'JOINED' ? 'link.joined' : 'link.parted',
    subjectId: id,
    fieldGroup: 'administration',
  })
  change.later('follow-link', { linkId: id })
}

/** Parts the records of a pair that is apart again, in the name of the agency that joined them. @returns whether there was something to do */
export async function partRecords(
  database: Database,
  system: Actor,
  actingFor: (agencyId: string) => Actor,
  id: string,
): Promise<boolean> {
  const todo = await database.read(system, async (reading) => {
    const { link } = await getLink(reading, id)
    if (link.state !== 'APART' || !link.mergeId) return undefined
    return { mergeId: link.mergeId, agencyId: await findMergeAgency(reading, link.mergeId) }
  })
  if (!todo) return false

  await database.change(todo.agencyId ? actingFor(todo.agencyId) : system, async (change) => {
    if (todo.agencyId) await undoMerge(change, todo.mergeId)
    else change.record({ name: 'link.found-parted', subjectId: id, fieldGroup: 'administration' })
    await clearMerge(change, id)
  })
  return true
}
