import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { PathwayFacts } from '../derive-pathway-status.ts'
import type { Pathway, PathwayStatus } from '../pathways.ts'

export interface PathwayStanding {
  pathway: Pathway
  status: PathwayStatus
  /** One sentence; empty where the status was derived. */
  reason: string
  isByHand: boolean
  derivedStatus: PathwayStatus
  setByName: string
  setByAgencyName: string
  setAt: Date
}

/** The pathways of a case that have a status; the others are not started. */
export async function listPathwayStandings({ db }: Reading, caseId: string): Promise<PathwayStanding[]> {
  const { rows } = await sql<PathwayStanding>`
    select p.pathway, p.status, p.reason, p.is_by_hand as "isByHand", p.derived_status as "derivedStatus",
      coalesce(a.name, '') as "setByName", y.name as "setByAgencyName", p.set_at as "setAt"
    from pathway_status p left join account a on a.id = p.set_by join agency y on y.id = p.owner_agency_id
    where p.case_id = ${caseId}`.execute(db)
  return rows
}

export interface EarlierStanding {
  status: PathwayStatus
  reason: string
  isByHand: boolean
  setByName: string
  setAt: Date
}

export async function listEarlierStandings(
  { db }: Reading,
  caseId: string,
  pathway: Pathway,
): Promise<EarlierStanding[]> {
  const { rows } = await sql<EarlierStanding>`
    select v.status, v.reason, v.is_by_hand as "isByHand", coalesce(a.name, '') as "setByName", v.set_at as "setAt"
    from pathway_status_version v left join account a on a.id = v.set_by
    where v.case_id = ${caseId} and v.pathway = ${pathway} order by v.set_at desc limit 50`.execute(db)
  return rows
}

export interface FactsOfPathway extends PathwayFacts {
  pathway: Pathway
  current: PathwayStatus | null
  currentlyDerived: PathwayStatus | null
}

/** What a derivation needs: the needs and answers of some pathways, restricted ones left out, and what stands now. */
export async function readPathwayFacts(
  { db }: Reading,
  caseId: string,
  pathways: Pathway[],
): Promise<FactsOfPathway[]> {
  const { rows } = await sql<FactsOfPathway>`
    select wanted.pathway, s.status as current, s.derived_status as "currentlyDerived",
      coalesce((select array_agg(n.status) from need n
        where n.case_id = ${caseId} and n.pathway = wanted.pathway and not n.is_restricted), '{}') as needs,
      exists (select from answer a where a.case_id = ${caseId} and a.pathway = wanted.pathway and not a.is_restricted) as "isAssessed",
      (select a.value->'codes'->>0 from answer a where a.case_id = ${caseId} and a.pathway = wanted.pathway
        and a.question_key like '%-support-wanted' order by a.answered_at desc limit 1) as "supportWanted"
    from unnest(${pathways}::text[]) as wanted(pathway)
    left join pathway_status s on s.case_id = ${caseId} and s.pathway = wanted.pathway`.execute(db)
  return rows
}

export interface NewStanding {
  pathway: Pathway
  status: PathwayStatus
  reason: string
  derivedStatus: PathwayStatus
  isByHand: boolean
}

/** Keeps what stood, then says what stands. */
export async function upsertStandings(
  { db, actor, now }: Change,
  caseId: string,
  standings: NewStanding[],
): Promise<void> {
  const rows = JSON.stringify(standings)
  await sql`
    with incoming as (
      select * from jsonb_to_recordset(${rows}::jsonb) as x(pathway text, status text, reason text, "derivedStatus" text, "isByHand" boolean)
    ), kept as (
      insert into pathway_status_version (case_id, pathway, status, reason, is_by_hand, set_by, set_at, replaced_at, owner_agency_id)
      select s.case_id, s.pathway, s.status, s.reason, s.is_by_hand, s.set_by, s.set_at, ${now}, ${actor.agencyId}
      from pathway_status s join incoming i on i.pathway = s.pathway where s.case_id = ${caseId} on conflict do nothing)
    insert into pathway_status (case_id, pathway, status, reason, derived_status, is_by_hand, set_by, set_at, owner_agency_id)
    select ${caseId}, i.pathway, i.status, i.reason, i."derivedStatus", i."isByHand", ${actor.userId}, ${now}, ${actor.agencyId}
    from incoming i
    on conflict (case_id, pathway) do update set status = excluded.status, reason = excluded.reason,
      derived_status = excluded.derived_status, is_by_hand = excluded.is_by_hand, set_by = excluded.set_by,
      set_at = excluded.set_at, owner_agency_id = excluded.owner_agency_id`.execute(db)
}
