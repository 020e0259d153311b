import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'

export type CopyFormat = 'pdf' | 'json'
export type GivenHow = 'HAND' | 'POST' | 'EMAIL' | 'OWN_DOOR'

/** The copy that the reader's agency hands over, without its bytes. */
export interface Bundle {
  id: string
  itemCount: number
  builtAt: Date
  hasPdf: boolean
  hasJson: boolean
  pdfTakenAt: Date | null
  jsonTakenAt: Date | null
  takenBy: string | null
  pdfHash: string
  jsonHash: string
  givenOn: Day | null
  givenTo: string
  givenHow: '' | GivenHow
  givenBy: string | null
  givenAt: Date | null
}

export async function findBundle({ db, actor }: Reading, requestId: string): Promise<Bundle | undefined> {
  const { rows } = await sql<Bundle>`
    select b.id, b.item_count as "itemCount", b.built_at as "builtAt", b.pdf is not null as "hasPdf", b.json is not null as "hasJson",
      b.pdf_taken_at as "pdfTakenAt", b.json_taken_at as "jsonTakenAt", t.name as "takenBy", encode(b.pdf_hash, 'hex') as "pdfHash",
      encode(b.json_hash, 'hex') as "jsonHash", b.given_on as "givenOn", b.given_to as "givenTo", b.given_how as "givenHow",
      g.name as "givenBy", b.given_at as "givenAt"
    from subject_access_bundle b left join account t on t.id = b.taken_by left join account g on g.id = b.given_by
    where b.request_id = ${requestId} and b.owner_agency_id = ${actor.agencyId} order by b.given_at nulls first limit 1`.execute(
    db,
  )
  return rows[0]
}

export interface Buildable {
  requestId: string
  personId: string
  /** Who hands the copy over. */
  holderId: string
}

/** One builder at a time: the others wait here, and find it built. */
export async function lockRequest({ db }: Change, requestId: string): Promise<void> {
  await sql`select from subject_access_request where id = ${requestId} for update`.execute(db)
}

/** For the system: copies of a request whose parts were all checked, and which are not built yet. */
export async function listBuildable({ db }: Reading, requestId: string): Promise<Buildable[]> {
  const { rows } = await sql<Buildable>`
    select g.* from (
      select p.request_id as "requestId", p.person_id as "personId",
        case when p.is_apart then p.owner_agency_id else p.handling_agency_id end as "holderId"
      from subject_access_part p join subject_access_request r on r.id = p.request_id
      where p.request_id = ${requestId} and r.withdrawn_at is null
      group by 1, 2, 3 having bool_and(p.checked_at is not null)) g
    where not exists (select from subject_access_bundle b where b.request_id = g."requestId" and b.owner_agency_id = g."holderId"
      and (b.given_at is not null or b.pdf is not null or b.json is not null or b.pdf_taken_at is not null or b.json_taken_at is not null))`.execute(
    db,
  )
  return rows
}

export interface BuiltCopy {
  itemCount: number
  pdf: Buffer
  json: Buffer
}

export async function upsertBundle(
  { db, now }: Change,
  { requestId, personId, holderId }: Buildable,
  { itemCount, pdf, json }: BuiltCopy,
): Promise<void> {
  const { numAffectedRows } =
    await sql`update subject_access_bundle set item_count = ${itemCount}, built_at = ${now}, pdf = ${pdf}, json = ${json},
    pdf_hash = sha256(${pdf}), json_hash = sha256(${json})
    where request_id = ${requestId} and owner_agency_id = ${holderId} and given_at is null`.execute(db)
  if ((numAffectedRows ?? 0n) > 0n) return
  await sql`insert into subject_access_bundle (request_id, person_id, item_count, built_at, pdf, json, pdf_hash, json_hash, owner_agency_id)
    values (${requestId}, ${personId}, ${itemCount}, ${now}, ${pdf}, ${json}, sha256(${pdf}), sha256(${json}), ${holderId})`.execute(
    db,
  )
}

/** Takes a file out, once: it is gone from here then. @returns undefined when it was taken, or never there. */
export async function takeFile(
  { db, actor, now }: Change,
  id: string,
  format: CopyFormat,
): Promise<Buffer | undefined> {
  const [column, taken] = format === 'pdf' ? [sql`pdf`, sql`pdf_taken_at`] : [sql`json`, sql`json_taken_at`]
  const { rows } = await sql<{ bytes: Buffer }>`
    with held as (select id, ${column} as bytes from subject_access_bundle where id = ${id} and ${column} is not null for update),
    gone as (update subject_access_bundle b set ${column} = null, ${taken} = ${now}, taken_by = ${actor.userId}
      from held where b.id = held.id returning b.id)
    select held.bytes from held join gone on gone.id = held.id`.execute(db)
  return rows[0]?.bytes
}

/** Lets the copy be built again: one that was taken did not arrive. */
export async function updateUntaken({ db }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_bundle set pdf = null, json = null, pdf_taken_at = null, json_taken_at = null
    where id = ${id} and given_at is null and (pdf_taken_at is not null or json_taken_at is not null)`.execute(db)
  return numAffectedRows === 1n
}

export interface Giving {
  to: string
  how: GivenHow
  on: Day
}

/** What was gathered of it is forgotten by that (functions.sql). */
export async function updateGiven({ db, actor, now }: Change, id: string, { to, how, on }: Giving): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update subject_access_bundle set given_on = ${on}, given_to = ${to}, given_how = ${how},
    given_by = ${actor.userId}, given_at = ${now}, pdf = null, json = null
    where id = ${id} and given_at is null and (pdf_taken_at is not null or json_taken_at is not null)`.execute(db)
  return numAffectedRows === 1n
}
