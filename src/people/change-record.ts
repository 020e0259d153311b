import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  getRecord,
  insertAddress,
  type NewAddress,
  type PersonRecord,
  type RecordFields,
  updateRecord,
} from './queries/record.ts'

/**
 * Corrects who somebody is. What the record said before is kept, and an import leaves the corrected fields alone.
 *
 * @param version - the one that the worker saw.
 * @throws Refusal `person.not-found`; `person.changed-meanwhile` when somebody else saved first; `person.may-not-change`
 *   when the actor may not write in this part of the case.
 */
export async function changeRecord(
  change: Change,
  personId: string,
  version: number,
  fields: RecordFields,
): Promise<void> {
  const record = await getRecord(change, personId)
  if (record.version !== version) throw new Refusal('conflict', 'person.changed-meanwhile')

  const changed = changedFields(record, fields)
  if (!(await updateRecord(change, personId, version, fields, changed)))
    throw new Refusal('not allowed', 'person.may-not-change')
  const { caseId } = record
  change.record({
    name: 'person.changed',
    subjectId: personId,
    caseId,
    personId,
    fieldGroup: 'identity',
    details: { fields: changed },
  })
}

/** The names of fields in which two versions differ. */
export function changedFields(record: PersonRecord | RecordFields, fields: RecordFields): (keyof RecordFields)[] {
  const names = Object.keys(fields) as (keyof RecordFields)[]
  return names.filter((name) => JSON.stringify(record[name] ?? null) !== JSON.stringify(fields[name] ?? null))
}

/**
 * Adds an address; one of the same kind that stood until now ends.
 *
 * @throws Refusal `person.not-found`
 */
export async function addAddress(change: Change, personId: string, address: Omit<NewAddress, 'id'>): Promise<void> {
  const { caseId } = await getRecord(change, personId)
  const id = newId()
  await insertAddress(change, personId, { ...address, id })
  change.record({
    name: 'address.added',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'contact',
    details: { kind: address.kind },
  })
}
