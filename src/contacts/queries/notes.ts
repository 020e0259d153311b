import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { NoteKind, NotePart } from '../note-kinds.ts'

export interface Note {
  id: string
  caseId: string
  personId: string
  kind: NoteKind
  part: NotePart
  pathway: string | null
  body: string
  ownWords: string
  happenedAt: Date
  lengthInMinutes: number | null
  authorId: string
  authorName: string
  agencyId: string
  agencyName: string
  agencyKind: string
  writtenAt: Date
  correctedAt: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  version: number
  /** What it said before, the latest first. */
  earlier: { body: string; ownWords: string; replacedAt: string }[]
}

const columns = sql`
  n.id, n.case_id as "caseId", n.person_id as "personId", n.kind, n.field_group as part, n.pathway, n.body,
  n.own_words as "ownWords", n.happened_at as "happenedAt", n.length_in_minutes as "lengthInMinutes", n.author_id as "authorId",
  coalesce(a.name, '') as "authorName", y.id as "agencyId", y.name as "agencyName", y.kind as "agencyKind",
  n.written_at as "writtenAt", n.corrected_at as "correctedAt", n.withdrawn_at as "withdrawnAt",
  n.withdrawn_reason as "withdrawnReason", n.version, coalesce(v.earlier, '[]') as earlier`
const sources = sql`note n join agency y on y.id = n.owner_agency_id left join account a on a.id = n.author_id
  left join lateral (select jsonb_agg(jsonb_build_object('body', e.body, 'ownWords', e.own_words, 'replacedAt', e.replaced_at)
      order by e.version desc) as earlier
    from note_version e where e.note_id = n.id and n.version > 1) v on true`

/** @throws Refusal `note.not-found` */
export async function getNote({ db }: Reading, id: string): Promise<Note> {
  const { rows } = await sql<Note>`select ${columns} from ${sources} where n.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'note.not-found')
  return rows[0]
}

export interface NoteFilter {
  kind?: string | undefined
  pathway?: string | undefined
  agencyId?: string | undefined
  hasOwnWords?: boolean | undefined
}

/** A case's notes that the actor sees, newest first. `before` is the last note of the page before. */
export async function listNotes(
  { db }: Reading,
  caseId: string,
  { filter = {}, before, limit }: { filter?: NoteFilter; before?: string | undefined; limit: number },
): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns} from ${sources}
    where n.case_id = ${caseId}
      and (${filter.kind ?? null}::text is null or n.kind = ${filter.kind ?? null})
      and (${filter.pathway ?? null}::text is null or n.pathway = ${filter.pathway ?? null})
      and (${filter.agencyId ?? null}::uuid is null or n.owner_agency_id = ${filter.agencyId ?? null})
      and (not ${filter.hasOwnWords ?? false}::boolean or n.own_words <> '')
      and (${before ?? null}::uuid is null
        or (n.happened_at, n.id) < (select b.happened_at, b.id from note b where b.id = ${before ?? null}))
    order by n.happened_at desc, n.id desc limit ${limit}`.execute(db)
  return rows
}

export interface IntelligenceHolder {
  agencyName: string
  agencyPhone: string
}

/** Which police hold intelligence about the person: nothing of what it says, and nothing to whoever does not see risk. */
export async function listIntelligenceHolders({ db }: Reading, caseId: string): Promise<IntelligenceHolder[]> {
  const { rows } = await sql<IntelligenceHolder>`
    select agency_name as "agencyName", agency_phone as "agencyPhone" from intelligence_holders(${caseId})`.execute(db)
  return rows
}
