import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { type Asked, insertRequest } from './queries.ts'
import { tellApprovers } from './tell.ts'

/**
 * Asks another manager of the agency for a file about many people.
 *
 * @param asked - a reason of 20 to 1,000 characters; the filter of the list as its address has it.
 * @returns the id of the request.
 */
export async function askForExport(change: Change, asked: Asked): Promise<string> {
  const id = newId()
  await insertRequest(change, id, asked)
  const { kind, peopleCount } = asked
  change.record({ name: 'export.asked', subjectId: id, fieldGroup: 'administration', details: { kind, peopleCount } })
  await tellApprovers(change, id)
  return id
}
