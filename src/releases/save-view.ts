import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { deleteSavedView, upsertSavedView } from './queries/saved.ts'

/** Keeps the list as it is filtered now under a name of the reader's own; one of the same name becomes this one. */
export async function saveView(change: Change, { name, query }: { name: string; query: string }): Promise<void> {
  const id = newId()
  await upsertSavedView(change, { id, name, query })
  change.record({ name: 'release-view.saved', subjectId: id, fieldGroup: 'administration' })
}

/** Deletes one of the reader's own views; another's is not found by the database, so nothing happens to it. */
export async function deleteView(change: Change, id: string): Promise<void> {
  await deleteSavedView(change, id)
  change.record({ name: 'release-view.deleted', subjectId: id, fieldGroup: 'administration' })
}
