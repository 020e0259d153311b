import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** One case as the public API gives it. Instants are ISO 8601 with offset, days 'YYYY-MM-DD'. */
export interface WholeCase {
  id: string
  personId: string
  name: string
  prisonNumber: string | null
  bornOn: string | null
  openedOn: string
  endedOn: string | null
  releaseOn: string | null
  releaseType: string | null
  pathwayStatuses: Record<string, string>
  team: { name: string | null; role: string | null; agency: string; relationship: string; sinceOn: string }[]
  /** Parts of the case that the caller sees: what is not among them is left out, not empty. */
  sees: string[]
  referrals: WholeReferral[]
  notes: WholeNote[]
  steps: WholeStep[]
  attendance: WholeAttendance[]
}
export interface WholeReferral {
  id: string
  reference: string
  pathway: string
  status: string
  service: string
  fromAgency: string
  toAgency: string | null
  sentAt: string
}
export interface WholeNote {
  id: string
  kind: string
  part: string
  pathway: string | null
  body: string
  ownWords: string
  happenedAt: string
  author: string
  agency: string
  version: number
}
export interface WholeStep {
  id: string
  title: string
  pathway: string | null
  dueOn: string | null
  status: string
  isForPerson: boolean
  agency: string | null
  version: number
}
export interface WholeAttendance {
  id: string
  title: string
  startsAt: string
  place: string
  attendance: string | null
  cancelledAt: string | null
}

const mostOfEach = 200 // the newest; older ones are asked for page by page

/**
 * One case whole, in one statement: what the actor sees of referrals, notes, steps and attendance, newest first, at most
 * 200 of each. Looks: the audit says which parts were given.
 *
 * @throws Refusal `case.not-found` when the case does not exist for the actor.
 */
export async function getWholeCase(reading: Reading, caseId: string): Promise<WholeCase> {
  const { rows } = await sql<{ whole: WholeCase }>`
    select jsonb_build_object('id', c.id, 'personId', c.person_id, 'name', s.shown_name, 'prisonNumber', s.prison_number,
      'bornOn', s.born_on, 'openedOn', c.opened_on, 'endedOn', c.ended_on,
      'releaseOn', case when seen.parts ? 'custody' then s.release_on end,
      'releaseType', case when seen.parts ? 'custody' then s.release_type end,
      'pathwayStatuses', case when seen.parts ? 'needs' then s.pathway_statuses else '{}' end,
      'sees', seen.parts,
      'team', coalesce((select jsonb_agg(jsonb_build_object('name', a.name, 'role', p.role, 'agency', y.name,
          'relationship', p.relationship, 'sinceOn', p.since_on) order by p.since_on, p.id)
        from case_party p join agency y on y.id = p.agency_id left join account a on a.id = p.account_id
        where p.case_id = c.id and p.until_on is null), '[]'),
      'referrals', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'reference', r.reference, 'pathway', r.pathway,
          'status', r.status, 'service', r.service, 'fromAgency', r.sender, 'toAgency', r.receiver, 'sentAt', r.sent_at)
          order by r.sent_at desc)
        from (select r.*, v.name as service, f.name as sender, t.name as receiver from referral r
          join service v on v.id = r.service_id join agency f on f.id = r.from_agency_id left join agency t on t.id = r.to_agency_id
          where r.case_id = c.id order by r.sent_at desc limit ${mostOfEach}) r), '[]'),
      'notes', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'part', n.field_group, 'pathway', n.pathway,
          'body', n.body, 'ownWords', n.own_words, 'happenedAt', n.happened_at, 'author', n.author, 'agency', n.agency,
          'version', n.version) order by n.happened_at desc, n.id desc)
        from (select n.*, coalesce(a.name, '') as author, y.name as agency from note n join agency y on y.id = n.owner_agency_id
          left join account a on a.id = n.author_id
          where n.case_id = c.id and n.withdrawn_at is null order by n.happened_at desc, n.id desc limit ${mostOfEach}) n), '[]'),
      'steps', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'pathway', t.pathway, 'dueOn', t.due_on,
          'status', t.status, 'isForPerson', t.is_for_person, 'agency', t.agency, 'version', t.version) order by t.due_on, t.id)
        from (select t.*, y.name as agency from step t left join agency y on y.id = t.responsible_agency_id
          where t.case_id = c.id order by t.made_at desc limit ${mostOfEach}) t), '[]'),
      'attendance', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at,
          'place', m.place, 'attendance', m.attendance, 'cancelledAt', m.cancelled_at) order by m.starts_at desc)
        from (select * from appointment where case_id = c.id order by starts_at desc limit ${mostOfEach}) m), '[]')) as whole
    from case_file c join case_summary s on s.case_id = c.id,
      lateral (select coalesce(jsonb_agg(distinct part), '[]') as parts from sight, unnest(reads) as part where case_id = c.id) seen
    where c.id = ${caseId}`.execute(reading.db)
  const whole = rows[0]?.whole
  if (!whole) throw new Refusal('not found', 'case.not-found')

  reading.look({
    action: 'consult',
    personIds: [whole.personId],
    caseIds: [caseId],
    fieldGroups: whole.sees as Parameters<Reading['look']>[0]['fieldGroups'],
  })
  return whole
}
