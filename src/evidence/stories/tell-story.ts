import { getCaseFrame } from '../../cases/index.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { insertStory, isAgreed, type NewStory, namesPerson, updateRemoved } from '../queries/stories.ts'

/**
 * Tells a case without a name, while the person's yes to it stands.
 *
 * @returns its id, or the fault where a name of the person stands in it.
 * @throws Refusal `case.not-found`; `story.not-agreed` where the person has not said yes to this agency.
 */
export async function tellStory(
  change: Change,
  caseId: string,
  told: NewStory,
): Promise<{ id: string } | { fault: 'story.names' }> {
  const { personId } = await getCaseFrame(change, caseId)
  if (!(await isAgreed(change, personId))) throw new Refusal('not allowed', 'story.not-agreed')
  const about = { caseId, personId, fieldGroup: 'notes' as const }
  if (await namesPerson(change, caseId, `${told.title} ${told.words}`)) {
    change.record({ ...about, name: 'story.named', subjectId: caseId })
    return { fault: 'story.names' }
  }
  const id = await insertStory(change, { caseId, personId }, told)
  change.record({ ...about, name: 'story.told', subjectId: id, details: { isPublic: told.isPublic } })
  return { id }
}

/** Takes a story from every page. @throws Refusal `story.not-found` */
export async function removeStory(change: Change, id: string): Promise<void> {
  if (!(await updateRemoved(change, id))) throw new Refusal('not found', 'story.not-found')
  change.record({ name: 'story.removed', subjectId: id, fieldGroup: 'administration' })
}
