import type { Change, FieldGroup } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { kindOf, largestDocument } from './inspect-file.ts'
import { insertDocument } from './queries.ts'
import { redrawPicture } from './redraw-picture.ts'

/** A file that may be kept, or the key of why not. */
export type Accepted = { kind: 'image/jpeg' | 'application/pdf'; bytes: Uint8Array } | { problem: FileProblem }
export type FileProblem = 'file.missing' | 'file.large' | 'file.kind' | 'file.kind-no-scanner' | 'file.broken'

/**
 * Takes in a JPEG or PNG, drawn anew, or a PDF where a scanner will look at it. Done before any transaction: drawing takes time.
 *
 * @param hasScanner - of this installation: without one nothing comes in that cannot be drawn anew.
 */
export async function acceptFile(bytes: Uint8Array | undefined, hasScanner: boolean): Promise<Accepted> {
  if (!bytes?.length) return { problem: 'file.missing' }
  if (bytes.length > largestDocument) return { problem: 'file.large' }
  const kind = kindOf(bytes)
  if (kind === 'pdf' && hasScanner) return { kind: 'application/pdf', bytes }
  if (kind !== 'picture') return { problem: hasScanner ? 'file.kind' : 'file.kind-no-scanner' }
  const drawn = await redrawPicture(bytes)
  return drawn ? { kind: 'image/jpeg', bytes: drawn } : { problem: 'file.broken' }
}

export interface NewDocument {
  /** Who sees this part of the case sees the document. */
  part: FieldGroup
  title: string
  file: Exclude<Accepted, { problem: FileProblem }>
}

/**
 * Adds a document to a case. A picture can be opened at once; a PDF waits in quarantine for the scanner.
 *
 * @returns its id.
 * @throws Refusal `case.not-found`, or `document.part-closed`, when the actor may not write in that part of the case.
 */
export async function addDocument(change: Change, caseId: string, { part, title, file }: NewDocument): Promise<string> {
  const id = newId()
  const isChecked = file.kind === 'image/jpeg'
  const personId = await insertDocument(change, { id, caseId, part, title, ...file, isChecked })
  if (!personId) throw new Refusal('not found', 'case.not-found')
  change.record({
    name: 'document.added',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: part,
    details: { kind: file.kind },
  })
  if (!isChecked) change.later('scan-documents', {})
  return id
}
