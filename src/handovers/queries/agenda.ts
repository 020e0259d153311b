import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { FieldGroup, Reading } from '../../platform/database.ts'
import type { Handover } from './handovers.ts'

/** One fact of an agenda, in codes where there are codes: words are made from it in the reader's language. */
export interface AgendaLine {
  kind: (typeof lineKinds)[number]
  code: string
  words: string
  status: string
  on: Day | null
}

export const lineKinds = [
  'RELEASE',
  'MOVEMENT',
  'INDUCTION',
  'CONDITION',
  'ASSESSMENT',
  'NOTE',
  'NEED',
  'NEED_MET',
  'STEP_DONE',
  'STEP',
  'REHEARSAL',
  'APPOINTMENT',
  'WORRY',
  'REFERRAL',
] as const

export interface AgendaPart {
  fieldGroup: FieldGroup
  lines: AgendaLine[]
}

/** The parts an agenda can have, in the order in which they are laid. */
export const agendaParts = ['custody', 'assessment', 'notes', 'needs', 'plan', 'referrals'] as const
export type AgendaGroup = (typeof agendaParts)[number]

/** Which of them the other worker sees too. */
export async function partsSeenBy({ db }: Reading, caseId: string, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ parts: string[] }>`select parts_seen_by(${caseId}, ${accountId}) as parts`.execute(db)
  return rows[0]!.parts
}

interface Source {
  part: AgendaGroup
  kind: AgendaLine['kind']
  from: (caseId: string, today: Day) => RawBuilder<unknown>
}

const aboutPerson = sql`sensitivity = 'STANDARD' and subject_category not in ('VICTIM', 'WITNESS')`
const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/London')::date`
const longestNote = 400

/** Each says code, words, status and day, at most 40 of them; row-level security says which the reader sees. */
const sources: readonly Source[] = [
  { part: 'custody', kind: 'RELEASE', from: (caseId) => sql`
    select coalesce(release_type, ''), '', '', release_on from case_summary where case_id = ${caseId} and release_on is not null` },
  { part: 'custody', kind: 'MOVEMENT', from: (caseId) => sql`
    select m.kind, coalesce(y.name, ''), '', m.happened_on from movement m left join agency y on y.id = m.to_agency_id
    where m.case_id = ${caseId} and m.undone_at is null and m.kind <> 'MOVE' order by m.number desc limit 12` },
  { part: 'custody', kind: 'INDUCTION', from: (caseId) => sql`
    select coalesce(i.outcome, ''), s.name, '', coalesce(${day('i.outcome_at')}, i.due_on) from induction i join induction_session s on s.id = i.session_id
    where i.case_id = ${caseId} and (i.lapsed_on is null or i.outcome is not null) order by i.due_on limit 20` },
  { part: 'custody', kind: 'CONDITION', from: (caseId) => sql`
    select code, words, '', from_on from licence_condition where case_id = ${caseId} and ended_at is null and ${aboutPerson} order by made_at, id limit 40` },
  { part: 'assessment', kind: 'ASSESSMENT', from: (caseId) => sql`
    select type, '', case when skipped_at is not null then 'SKIPPED' when submitted_at is not null then 'DONE' else 'BEGUN' end,
      ${day('begun_at')} from assessment where case_id = ${caseId} and reset_at is null order by begun_at limit 10` },
  { part: 'notes', kind: 'NOTE', from: (caseId) => sql`
    select kind, left(body, ${sql.lit(longestNote)}), '', ${day('happened_at')} from note where case_id = ${caseId} and field_group = 'notes'
      and withdrawn_at is null and ${aboutPerson} order by happened_at desc limit 10` },
  { part: 'needs', kind: 'NEED', from: (caseId) => sql`
    select pathway, words, status, needed_by_on from need where case_id = ${caseId} and status in ('NOT_STARTED', 'IN_PROGRESS') and not is_restricted
      and ${aboutPerson} order by needed_by_on nulls last, raised_at limit 40` },
  { part: 'needs', kind: 'NEED_MET', from: (caseId) => sql`
    select pathway, words, status, ${day('closed_at')} from need where case_id = ${caseId} and status = 'MET' and not is_restricted
      and ${aboutPerson} order by closed_at desc limit 20` },
  { part: 'plan', kind: 'STEP', from: (caseId) => sql`
    select case when is_for_person then 'PERSON' else '' end, title, status, due_on from step where case_id = ${caseId} and closed_at is null
      and ${aboutPerson} order by due_on nulls last, made_at limit 40` },
  { part: 'plan', kind: 'STEP_DONE', from: (caseId) => sql`
    select '', title, status, ${day('closed_at')} from step where case_id = ${caseId} and status = 'COMPLETED' and ${aboutPerson}
    order by closed_at desc limit 20` },
  { part: 'plan', kind: 'APPOINTMENT', from: (caseId, today) => sql`
    select '', title, place, ${day('starts_at')} from appointment where case_id = ${caseId} and cancelled_at is null and ${aboutPerson}
      and starts_at >= ${today}::date order by starts_at limit 20` },
  { part: 'plan', kind: 'WORRY', from: (caseId) => sql`
    select about, words, answer, due_on from licence_worry where case_id = ${caseId} and ${aboutPerson} order by answered_at is not null, due_on limit 20` },
  { part: 'referrals', kind: 'REFERRAL', from: (caseId) => sql`
    select coalesce(r.decline_reason, ''), v.name, r.status, ${day('r.sent_at')} from referral r join service v on v.id = r.service_id
    where r.case_id = ${caseId} and r.status not in ('WITHDRAWN', 'EXPIRED') and r.sensitivity = 'STANDARD' order by r.sent_at desc limit 40` },
] // biome-ignore format: a table

/** What stands in the record now, of the parts that are asked for and that the reader sees: one statement. */
export async function readAgenda(
  { db }: Reading,
  caseId: string,
  parts: readonly string[],
  today: Day,
): Promise<AgendaPart[]> {
  const asked = sources.filter(({ part }) => parts.includes(part))
  if (asked.length === 0) return []
  const each = asked.map(
    (
      { part, kind, from },
      index,
    ) => sql`select ${sql.lit(index)} as place, ${sql.lit(part)} as "fieldGroup", ${sql.lit(kind)} as kind, q.*
      from (${from(caseId, today)}) q(code, words, status, "on")`,
  )
  const { rows } = await sql<AgendaPart>`
    select "fieldGroup", jsonb_agg(jsonb_build_object('kind', kind, 'code', code, 'words', words, 'status', status, 'on', "on") order by place, nth) as lines
    from (select *, row_number() over (partition by place) as nth from (${sql.join(each, sql` union all `)}) l) n
    group by 1`.execute(db)
  return rows
}

/** As it was laid before the last meeting; the parts that the reader sees. */
export async function listFrozen({ db }: Reading, { id, heldNumber }: Handover): Promise<AgendaPart[]> {
  const { rows } = await sql<AgendaPart>`
    select field_group as "fieldGroup", lines from handover_part where handover_id = ${id} and held_number = ${heldNumber}`.execute(
    db,
  )
  return rows
}
