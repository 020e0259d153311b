import { sql } from 'kysely'
import type { Change, FieldGroup, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Decision, Exemption } from '../exemptions.ts'
import type { Mark, Said } from '../redact.ts'

/** One thing that an agency holds about the person, and what it decided about it. */
export interface Item {
  id: string
  requestId: string
  partId: string
  kind: string
  part: FieldGroup
  isApart: boolean
  /** Of whom it tells: of a victim or a witness it is decided with care. */
  subjectCategory: string
  happenedAt: Date | null
  isPlain: boolean
  /** Null once the answer was given. */
  fields: Said[] | null
  decision: Decision | null
  exemption: Exemption | null
  marks: Mark[]
  decidedById: string | null
  decidedBy: string | null
  decidedAt: Date | null
  version: number
}

const columns = sql`i.id, i.request_id as "requestId", i.part_id as "partId", i.kind, i.field_group as part, p.is_apart as "isApart", i.subject_category as "subjectCategory",
  i.happened_at as "happenedAt", i.is_plain as "isPlain", i.fields, i.decision, i.exemption, i.marks, i.decided_by as "decidedById",
  a.name as "decidedBy", i.decided_at as "decidedAt", i.version`
const sources = sql`subject_access_item i join subject_access_part p on p.id = i.part_id left join account a on a.id = i.decided_by`
const inOrder = sql`order by p.is_apart, i.kind collate "C", i.happened_at nulls first, i.id`

/** A page of what the reader's agency holds. @param only - `undecided`, or what may be released together. */
export async function listItems(
  { db, actor }: Reading,
  requestId: string,
  { only, limit, offset = 0 }: { only?: 'undecided' | 'plain' | undefined; limit: number; offset?: number },
): Promise<Item[]> {
  const { rows } = await sql<Item>`select ${columns} from ${sources}
    where i.request_id = ${requestId} and i.owner_agency_id = ${actor.agencyId} and (${only ?? null}::text is null or i.decision is null)
      and (${only ?? null}::text is distinct from 'plain' or i.is_plain) ${inOrder} limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `subject-access.not-found` when the item is not the reader's agency's. */
export async function getItem({ db, actor }: Reading, requestId: string, id: string): Promise<Item> {
  const { rows } = await sql<Item>`select ${columns} from ${sources}
    where i.id = ${id} and i.request_id = ${requestId} and i.owner_agency_id = ${actor.agencyId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'subject-access.not-found')
  return rows[0]
}

/** The next one that waits for a decision, in the order of the list. */
export async function findNextItem({ db, actor }: Reading, requestId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select i.id from ${sources}
    where i.request_id = ${requestId} and i.owner_agency_id = ${actor.agencyId} and i.decision is null ${inOrder} limit 1`.execute(
    db,
  )
  return rows[0]?.id
}

export interface Decided {
  decision: Decision
  exemption: Exemption | null
  marks: readonly Mark[]
}

/** @returns whether it still had the version that was seen and its part was open. */
export async function updateDecision(
  { db, actor, now }: Change,
  { id, version }: Pick<Item, 'id' | 'version'>,
  { decision, exemption, marks }: Decided,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update subject_access_item set decision = ${decision}, exemption = ${exemption},
    marks = ${JSON.stringify(marks)}::jsonb, decided_by = ${actor.userId}, decided_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and fields is not null
      and exists (select from subject_access_part p where p.id = part_id and p.decided_at is null)`.execute(db)
  return numAffectedRows === 1n
}

/** Releases all that is plain and not decided yet. @returns how many. */
export async function releasePlainItems({ db, actor, now }: Change, requestId: string): Promise<number> {
  const { numAffectedRows } =
    await sql`update subject_access_item set decision = 'RELEASE', decided_by = ${actor.userId},
    decided_at = ${now}, version = version + 1
    where request_id = ${requestId} and owner_agency_id = ${actor.agencyId} and is_plain and decision is null
      and exists (select from subject_access_part p where p.id = part_id and p.decided_at is null)`.execute(db)
  return Number(numAffectedRows)
}

/** What goes out with the copy that an agency hands over; for the system. */
export async function listGoingOut({ db }: Reading, requestId: string, holderId: string): Promise<Item[]> {
  const { rows } = await sql<Item>`select ${columns} from ${sources}
    where i.request_id = ${requestId} and i.decision in ('RELEASE', 'REDACT') and i.fields is not null
      and case when p.is_apart then p.owner_agency_id else p.handling_agency_id end = ${holderId}
    ${inOrder}`.execute(db)
  return rows
}
