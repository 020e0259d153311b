import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertMerge, listCaseIds, moveBack, moveToKept, updateMergedInto, updateUndone } from './queries/merge.ts'
import { getRecord } from './queries/record.ts'

/**
 * Joins two records of one person: numbers and names of the other move to the one that stays. Cases stay as they are.
 *
 * @returns the id of the merge, by which it can be undone.
 * @throws Refusal `person.not-found`; `person.same` when both are one; `person.may-not-change`
 */
export async function mergePeople(change: Change, keptId: string, mergedId: string): Promise<string> {
  if (keptId === mergedId) throw new Refusal('conflict', 'person.same')
  await getRecord(change, keptId)
  await getRecord(change, mergedId)

  const mergeId = newId()
  const moved = await moveToKept(change, keptId, mergedId, newId())
  if (!(await updateMergedInto(change, mergedId, keptId))) throw new Refusal('not allowed', 'person.may-not-change')
  await insertMerge(change, mergeId, keptId, mergedId, moved)
  await recordOnCases(change, 'person.merged', mergeId, [keptId, mergedId])
  return mergeId
}

/**
 * Parts two records again; what was added to the one that stayed since then stays there. Joinings may be undone in any order: what
 * went on to a third record with the one that stayed comes back from there.
 *
 * @returns the person whose record stayed.
 * @throws Refusal `merge.not-found`, `person.may-not-change`
 */
export async function undoMerge(change: Change, mergeId: string): Promise<string> {
  const { keptId, mergedId, moved } = await updateUndone(change, mergeId)
  await moveBack(change, keptId, mergedId, moved)
  if (!(await updateMergedInto(change, mergedId, null))) throw new Refusal('not allowed', 'person.may-not-change')
  await recordOnCases(change, 'person.merge-undone', mergeId, [keptId, mergedId])
  return keptId
}

async function recordOnCases(change: Change, name: string, mergeId: string, personIds: string[]): Promise<void> {
  for (const { personId, caseId } of await listCaseIds(change, personIds)) {
    change.record({ name, subjectId: mergeId, caseId, personId, fieldGroup: 'identity' })
  }
}
