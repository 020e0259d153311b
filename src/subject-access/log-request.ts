import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { collectItems, insertRequest, type NewRequest } from './queries/requests.ts'

/**
 * Writes down that somebody asks for a copy of what is held about a person. Once it is known who asks, it is gathered at once:
 * what an agency changes afterwards does not change the answer.
 *
 * @returns its id.
 */
export async function logRequest(change: Change, request: NewRequest): Promise<string> {
  const id = newId()
  await insertRequest(change, id, request)
  const { personId, caseId } = request
  change.record({ name: 'subject-access.asked', subjectId: id, personId, caseId, fieldGroup: 'administration' })
  if (request.proof) await gather(change, id)
  return id
}

/** Gathers, and lets the agencies that hold something be told. */
export async function gather(change: Change, id: string): Promise<void> {
  await collectItems(change, id)
  change.later('tend-subject-access', {})
}
