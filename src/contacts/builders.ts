import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { type NewNote, writeNote } from './write-note.ts'

/** A note written the way the site writes one. @returns its id. */
export function aNote(
  world: World,
  author: Actor,
  caseId: string,
  { kind = 'CONTACT', part = 'notes', body = 'Met on the wing.', ...rest }: Partial<NewNote> = {},
): Promise<string> {
  return world.database.change(author, (change) => writeNote(change, caseId, { kind, part, body, ...rest }))
}
