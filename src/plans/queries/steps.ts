import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { StepOwner } from '../add-step.ts'
import type { PlanKind } from '../goals/goal-states.ts'
import type { LeadKind } from '../lead-times/lead-kinds.ts'
import type { StepStatus } from '../step-states.ts'

export interface Step {
  id: string
  caseId: string
  personId: string
  pathway: string | null
  needId: string | null
  needWords: string | null
  title: string
  dueOn: Day | null
  owner: StepOwner
  ownerName: string | null
  ownerAgencyName: string | null
  status: StepStatus
  statusReason: string
  madeByName: string
  madeByAgencyName: string
  madeAt: Date
  closedAt: Date | null
  version: number
  goalId: string | null
  kind: PlanKind
  doneWhen: string
  leadKind: LeadKind | null
  /** Days before release by which its kind has to begin; null where there is no such time. */
  leadDays: number | null
  waitsFor: string[]
  contributingIds: string[]
  informedIds: string[]
  /** Open, and its agency has left the partnership or is in no agreement any more, or its worker has gone. */
  isOwnerGone: boolean
}

const columns = sql`
  t.id, t.case_id as "caseId", t.person_id as "personId", t.pathway, t.need_id as "needId", n.words as "needWords", t.title,
  t.due_on as "dueOn", jsonb_build_object('isForPerson', t.is_for_person, 'agencyId', t.responsible_agency_id,
    'accountId', t.responsible_account_id) as owner, worker.name as "ownerName", agency.name as "ownerAgencyName", t.status,
  t.status_reason as "statusReason", coalesce(maker.name, '') as "madeByName", home.name as "madeByAgencyName",
  t.made_at as "madeAt", t.closed_at as "closedAt", t.version, t.goal_id as "goalId", t.kind, t.done_when as "doneWhen",
  t.lead_kind as "leadKind", (lead.kinds->>t.lead_kind)::int as "leadDays", t.waits_for as "waitsFor",
  t.contributing_ids as "contributingIds", t.informed_ids as "informedIds",
  t.closed_at is null and (agency.closed_on is not null or worker.disabled_at is not null
    or t.responsible_agency_id is not null and here.agency_id is null) as "isOwnerGone"`
const sources = sql`step t left join need n on n.id = t.need_id
  left join account worker on worker.id = t.responsible_account_id left join agency on agency.id = t.responsible_agency_id
  left join account maker on maker.id = t.made_by join agency home on home.id = t.owner_agency_id
  left join (select distinct p.agency_id from agreement_party p join agreement a on a.id = p.agreement_id
    where p.signed_at is not null and is_in_force(a)) here on here.agency_id = t.responsible_agency_id
  cross join (select kinds from lead_time_edition order by edition desc limit 1) lead`

/** @throws Refusal `step.not-found` */
export async function getStep({ db }: Reading, id: string): Promise<Step> {
  const { rows } = await sql<Step>`select ${columns} from ${sources} where t.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'step.not-found')
  return rows[0]
}

/** The whole plan: open steps first, those due soonest first, then what was closed, latest first. At most 300. */
export async function listSteps({ db }: Reading, caseId: string): Promise<Step[]> {
  const { rows } = await stepsOf(caseId).execute(db)
  return rows
}

export const stepsOf = (caseId: string) => sql<Step>`select ${columns} from ${sources} where t.case_id = ${caseId}
  order by t.closed_at is not null, t.closed_at desc, t.due_on nulls last, t.made_at, t.id limit 300`

export interface OpenNeed {
  id: string
  pathway: string
  words: string
}

/** The open needs that a step may serve. */
export async function listOpenNeeds({ db }: Reading, caseId: string): Promise<OpenNeed[]> {
  return db
    .selectFrom('need')
    .select(['id', 'pathway', 'words'])
    .where('case_id', '=', caseId)
    .where('closed_at', 'is', null)
    .orderBy('pathway')
    .orderBy('raised_at')
    .limit(100)
    .execute()
}
