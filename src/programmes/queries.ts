import { sql } from 'kysely'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import type { ProgrammePackage } from './package/schema.ts'

/** How an edition came about. */
export type EditionOrigin = 'SHIPPED' | 'IMPORTED' | 'FORKED' | 'ADAPTED'

/** A programme in one edition: the newest, unless another was asked for. */
export interface Programme {
  id: string
  /** null: it came with the product. */
  agencyId: string | null
  agencyName: string | null
  version: number
  newestVersion: number
  how: EditionOrigin
  madeAt: Date
  package: ProgrammePackage
  forkedFrom: { id: string; version: number; newestVersion: number; agencyName: string | null } | null
}

const columns = sql`p.id, p.agency_id as "agencyId", y.name as "agencyName", e.version, n.newest as "newestVersion", e.how, e.made_at as "madeAt", e.package,
  case when f.id is not null then json_build_object('id', f.id, 'version', p.forked_from_version, 'agencyName', fy.name,
    'newestVersion', (select max(x.version) from programme_edition x where x.programme_id = f.id)) end as "forkedFrom"
  from programme p join programme_edition e on e.programme_id = p.id
  cross join lateral (select max(x.version) as newest from programme_edition x where x.programme_id = p.id) n
  left join agency y on y.id = p.agency_id left join programme f on f.id = p.forked_from_id left join agency fy on fy.id = f.agency_id`

/** Every programme in its newest edition: the reader's own agency's first. */
export async function listProgrammes({ db, actor }: Reading): Promise<Programme[]> {
  const { rows } = await sql<Programme>`select ${columns} where e.version = n.newest
    order by (p.agency_id = ${actor.agencyId}) desc nulls last, p.agency_id is not null, p.code, p.id limit 200`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `programme.not-found` */
export async function getProgramme({ db }: Reading, id: string, version?: number): Promise<Programme> {
  const { rows } =
    await sql<Programme>`select ${columns} where p.id = ${id} and e.version = coalesce(${version ?? null}::int, n.newest)`.execute(
      db,
    )
  if (!rows[0]) throw new Refusal('not found', 'programme.not-found')
  return rows[0]
}

/** A programme by its code: of an agency, or (null) of those that come with the product. */
export async function findByCode(
  { db }: Reading,
  agencyId: string | null,
  code: string,
): Promise<Programme | undefined> {
  const { rows } = await sql<Programme>`select ${columns}
    where p.agency_id is not distinct from ${agencyId}::uuid and p.code = ${code} and e.version = n.newest`.execute(db)
  return rows[0]
}

export async function insertProgramme(
  { db, actor, now }: Change,
  {
    agencyId,
    code,
    forkedFrom,
  }: { agencyId: string | null; code: string; forkedFrom?: { id: string; version: number } },
): Promise<string> {
  const id = newId()
  const by = agencyId === null ? null : actor.userId
  await sql`insert into programme (id, agency_id, code, forked_from_id, forked_from_version, made_by, made_at)
    values (${id}, ${agencyId}, ${code}, ${forkedFrom?.id ?? null}, ${forkedFrom?.version ?? null}, ${by}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns false where that version is there already: somebody was faster. */
export async function insertEdition(
  { db, actor, now }: Change,
  programmeId: string,
  { edition, how }: { edition: ProgrammePackage; how: EditionOrigin },
): Promise<boolean> {
  const by = how === 'SHIPPED' ? null : actor.userId
  const { numAffectedRows } =
    await sql`insert into programme_edition (programme_id, version, package, how, made_by, made_at)
    values (${programmeId}, ${edition.version}, ${JSON.stringify(edition)}, ${how}, ${by}, ${now}) on conflict do nothing`.execute(
      db,
    )
  return numAffectedRows === 1n
}

export async function insertGuideUse(
  { db, actor, now }: Change,
  programme: Programme,
  guideKey: string,
  locale: Locale,
) {
  await sql`insert into guide_use (id, programme_id, version, guide_key, locale, agency_id, used_on)
    values (${newId()}, ${programme.id}, ${programme.version}, ${guideKey}, ${locale}, ${actor.agencyId}, ${dayAt(now)})`.execute(
    db,
  )
}

/** How often each guide was printed, as far as the reader's agency printed it or keeps the programme. */
export async function countGuideUse({ db }: Reading, programmeId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select guide_key as key, count(*)::int as count from guide_use where programme_id = ${programmeId} group by 1`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}
