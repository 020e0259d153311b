import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { NeedStatus } from '../need-states.ts'
import type { Pathway } from '../pathways.ts'

/** Who sees to a need: an agency, a named worker of it, or the person themselves. */
export interface Responsible {
  agencyId: string | null
  accountId: string | null
  isForPerson: boolean
}

export interface Need {
  id: string
  caseId: string
  personId: string
  pathway: Pathway
  words: string
  neededByOn: Day | null
  /** Its lead time before it is needed: the day to begin. */
  beginByOn: Day | null
  status: NeedStatus
  statusReason: string
  responsible: Responsible
  responsibleName: string | null
  responsibleAgencyName: string | null
  questionKey: string | null
  isRestricted: boolean
  raisedByName: string
  raisedByAgencyName: string
  raisedAt: Date
  closedAt: Date | null
  version: number
}

const columns = sql`
  n.id, n.case_id as "caseId", n.person_id as "personId", n.pathway, n.words, n.needed_by_on as "neededByOn",
  n.begin_by_on as "beginByOn", n.status, n.status_reason as "statusReason",
  jsonb_build_object('agencyId', n.responsible_agency_id, 'accountId', n.responsible_account_id, 'isForPerson', n.is_for_person) as responsible,
  worker.name as "responsibleName", agency.name as "responsibleAgencyName", n.question_key as "questionKey",
  n.is_restricted as "isRestricted", coalesce(raiser.name, '') as "raisedByName", owner.name as "raisedByAgencyName",
  n.raised_at as "raisedAt", n.closed_at as "closedAt", n.version`
const sources = sql`need n
  left join account worker on worker.id = n.responsible_account_id
  left join agency on agency.id = n.responsible_agency_id
  left join account raiser on raiser.id = n.raised_by
  join agency owner on owner.id = n.owner_agency_id`

/** @throws Refusal `need.not-found` */
export async function getNeed({ db }: Reading, id: string): Promise<Need> {
  const { rows } = await sql<Need>`select ${columns} from ${sources} where n.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'need.not-found')
  return rows[0]
}

/** A case's needs: open ones first, those needed soonest first. At most 200. */
export async function listNeeds({ db }: Reading, caseId: string): Promise<Need[]> {
  const { rows } = await sql<Need>`select ${columns} from ${sources} where n.case_id = ${caseId}
    order by n.closed_at is not null, n.needed_by_on nulls last, n.raised_at, n.id limit 200`.execute(db)
  return rows
}

/** The ties of a case's open needs to the questions that raised them, and the release date that is known. */
export async function readTies(
  { db }: Reading,
  caseId: string,
): Promise<{ needKeys: string[]; releaseOn: Day | null }> {
  const { rows } = await sql<{ needKeys: string[]; releaseOn: Day | null }>`
    select coalesce((select array_agg(question_key) from need where case_id = ${caseId} and question_key is not null
      and status in ('NOT_STARTED', 'IN_PROGRESS')), '{}') as "needKeys",
      (select release_on from case_summary where case_id = ${caseId}) as "releaseOn"`.execute(db)
  return rows[0]!
}

export interface NeedToInsert {
  id: string
  caseId: string
  personId: string
  pathway: string
  words: string
  neededByOn: Day | null
  beginByOn: Day | null
  responsible: Responsible
  questionKey: string | null
  answerId: string | null
  isRestricted: boolean
}

/** One statement for all. A need that another worker's answer raised a moment ago stands; ours is left out. */
export async function insertNeeds({ db, actor, now }: Change, needs: NeedToInsert[]): Promise<string[]> {
  const rows = needs.map((need) => ({
    id: need.id,
    case_id: need.caseId,
    person_id: need.personId,
    pathway: need.pathway,
    words: need.words,
    needed_by_on: need.neededByOn,
    begin_by_on: need.beginByOn,
    responsible_agency_id: need.responsible.agencyId,
    responsible_account_id: need.responsible.accountId,
    is_for_person: need.responsible.isForPerson,
    question_key: need.questionKey,
    answer_id: need.answerId,
    is_restricted: need.isRestricted,
    raised_by: actor.userId,
    raised_at: now,
    owner_agency_id: actor.agencyId,
    basis: need.questionKey ? ('SELF_REPORT' as const) : ('OPINION' as const),
  }))
  const inserted = await db
    .insertInto('need')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

export interface NeedFields {
  words: string
  neededByOn: Day | null
  status: NeedStatus
  statusReason: string
  responsible: Responsible
}

/** Keeps what the need was, then changes it. @returns whether it still had the version that the worker saw. */
export async function updateNeed(
  { db, actor, now }: Change,
  id: string,
  version: number,
  fields: NeedFields,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with kept as (
      insert into need_version (need_id, version, case_id, words, needed_by_on, status, status_reason, responsible_agency_id,
        responsible_account_id, is_for_person, replaced_by, replaced_at, owner_agency_id)
      select id, version, case_id, words, needed_by_on, status, status_reason, responsible_agency_id,
        responsible_account_id, is_for_person, ${actor.userId}, ${now}, ${actor.agencyId}
      from need where id = ${id} and version = ${version} on conflict do nothing)
    update need set words = ${fields.words}, needed_by_on = ${fields.neededByOn},
      begin_by_on = least(begin_by_on, ${fields.neededByOn}::date), status = ${fields.status},
      status_reason = ${fields.statusReason}, responsible_agency_id = ${fields.responsible.agencyId},
      responsible_account_id = ${fields.responsible.accountId}, is_for_person = ${fields.responsible.isForPerson},
      closed_at = case when ${fields.status} in ('MET', 'DECLINED') then coalesce(closed_at, ${now}) end,
      version = version + 1
    where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

export interface NeedVersion extends NeedFields {
  version: number
  replacedByName: string
  replacedAt: Date
}

/** What a need was before each change, the latest first. */
export async function listNeedVersions({ db }: Reading, needId: string): Promise<NeedVersion[]> {
  const { rows } = await sql<NeedVersion>`
    select v.version, v.words, v.needed_by_on as "neededByOn", v.status, v.status_reason as "statusReason",
      jsonb_build_object('agencyId', v.responsible_agency_id, 'accountId', v.responsible_account_id, 'isForPerson', v.is_for_person) as responsible,
      coalesce(a.name, '') as "replacedByName", v.replaced_at as "replacedAt"
    from need_version v left join account a on a.id = v.replaced_by
    where v.need_id = ${needId} order by v.version desc limit 100`.execute(db)
  return rows
}
