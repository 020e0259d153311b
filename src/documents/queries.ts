import { sql } from 'kysely'
import type { Change, FieldGroup, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** Where a document stands: nobody opens what waits for the scanner, was refused by it, or was withdrawn. */
export type DocumentState = 'READY' | 'QUARANTINE' | 'REFUSED' | 'WITHDRAWN'

export interface Document {
  id: string
  caseId: string
  personId: string
  part: FieldGroup
  title: string
  kind: 'image/jpeg' | 'application/pdf'
  sizeInBytes: number
  state: DocumentState
  addedById: string
  addedBy: string
  agencyName: string
  addedAt: Date
  withdrawnReason: string
  version: number
}

const chosen = sql`
  select d.id, d.case_id as "caseId", d.person_id as "personId", d.field_group as part, d.title, d.kind, d.size_in_bytes as "sizeInBytes",
    case when d.withdrawn_at is not null then 'WITHDRAWN' when d.refused_at is not null then 'REFUSED'
      when d.checked_at is null then 'QUARANTINE' else 'READY' end as state,
    d.added_by as "addedById", a.name as "addedBy", y.name as "agencyName", d.added_at as "addedAt",
    d.withdrawn_reason as "withdrawnReason", d.version
  from document d join account a on a.id = d.added_by join agency y on y.id = d.owner_agency_id`

/** A page of those the reader may see, the newest first. */
export async function listDocuments(
  { db }: Reading,
  caseId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Document[]> {
  const { rows } = await sql<Document>`${chosen} where d.case_id = ${caseId}
    and (${before ?? null}::uuid is null or (d.added_at, d.id) < (select added_at, id from document where id = ${before ?? null}::uuid))
    order by d.added_at desc, d.id desc limit ${limit}`.execute(db)
  return rows
}

/** @throws Refusal `document.not-found` */
export async function getDocument({ db }: Reading, id: string): Promise<Document> {
  const { rows } = await sql<Document>`${chosen} where d.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'document.not-found')
  return rows[0]
}

/** @returns undefined where the database lets nothing out. */
export async function findBytes({ db }: Reading, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from document_content where document_id = ${id}`.execute(
    db,
  )
  return rows[0]?.bytes
}

export interface KeptDocument {
  id: string
  caseId: string
  part: FieldGroup
  title: string
  kind: Document['kind']
  bytes: Uint8Array
  isChecked: boolean
}

/** @returns whom the case is about; undefined when the actor may not write in that part of it, or knows no such case. */
export async function insertDocument({ db, actor, now }: Change, document: KeptDocument): Promise<string | undefined> {
  const { id, caseId, part, title, kind, bytes, isChecked } = document
  const { rows } = await sql<{ personId: string }>`
    with target as (
      select person_id from sight where case_id = ${caseId} and ${part} = any(writes) limit 1
    ), added as (
      insert into document (id, case_id, person_id, field_group, title, kind, size_in_bytes, checked_at, added_by, added_at, owner_agency_id)
      select ${id}, ${caseId}, person_id, ${part}, ${title}, ${kind}, ${bytes.length}, ${isChecked ? now : null}::timestamptz,
        ${actor.userId}, ${now}, ${actor.agencyId} from target)
    select person_id as "personId" from target`.execute(db)
  if (!rows[0]) return undefined
  await sql`insert into document_content (document_id, bytes, owner_agency_id) values (${id}, ${Buffer.from(bytes)}, ${actor.agencyId})`.execute(
    db,
  )
  return rows[0].personId
}

/** @returns whether it still had the version that was seen. */
export async function updateWithdrawn(
  { db, now }: Change,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update document set withdrawn_at = ${now}, withdrawn_reason = ${reason}, version = version + 1
    where id = ${id} and version = ${version} and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Those that wait for the scanner, the oldest first. */
export async function listQuarantined({
  db,
}: Reading): Promise<Pick<Document, 'id' | 'caseId' | 'personId' | 'part'>[]> {
  const { rows } = await sql<Pick<Document, 'id' | 'caseId' | 'personId' | 'part'>>`
    select id, case_id as "caseId", person_id as "personId", field_group as part from document
    where checked_at is null and refused_at is null order by added_at limit 100`.execute(db)
  return rows
}

export async function updateChecked({ db, now }: Change, id: string): Promise<void> {
  await sql`update document set checked_at = ${now} where id = ${id} and checked_at is null`.execute(db)
}

/** Says so, and destroys what it held. */
export async function updateRefused({ db, now }: Change, id: string, as: string): Promise<void> {
  await sql`update document set refused_at = ${now}, refused_as = ${as} where id = ${id}`.execute(db)
  await sql`delete from document_content where document_id = ${id}`.execute(db)
}
