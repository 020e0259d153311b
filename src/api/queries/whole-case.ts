import { sql } from 'kysely'
import type { FieldGroup, Reading } from '../../platform/database.ts'

export interface WholeCase {
  /** JSON text, written by the database: the answer as it leaves. */
  body: string
  personId: string
  sight: FieldGroup[]
}

const mostNotes = 200

/** One case with all that the actor may see of it, in one statement; undefined when it does not exist for the actor. */
export async function findWholeCase({ db }: Reading, caseId: string): Promise<WholeCase | undefined> {
  const { rows } = await sql<WholeCase>`
    select p.id as "personId", sight, json_build_object('id', c.id, 'purpose', c.purpose, 'openedOn', c.opened_on,
      'endedOn', c.ended_on, 'sight', to_json(sight), 'person', (${person}), 'custody', (${custody}),
      'releaseDates', (${releaseDates}), 'team', (${team}), 'pathways', (${pathways}), 'needs', (${needs}),
      'referrals', (${referrals}), 'steps', (${steps}), 'appointments', (${appointments}), 'notes', (${notes}))::text as body
    from case_file c join person p on p.id = c.person_id,
      lateral (select array_agg(distinct part) as sight from sight, unnest(sight.reads) as part where sight.case_id = c.id) mine,
      lateral (select facts_restricted(c.id) as restricted offset 0) held -- asked once
    where c.id = ${caseId}`.execute(db)
  return rows[0]
}

/** What is under a restriction leaves in no answer to another system, which could not show the mark. */
const isRelied = (fact: string) => `${fact}.id <> all(restricted)`

const person = sql.raw(`json_build_object('id', p.id, 'givenName', p.given_name, 'middleNames', p.middle_names,
  'familyName', p.family_name, 'chosenName', p.chosen_name, 'bornOn', case when ${isRelied('p')} then p.born_on end, 'languages', to_json(p.languages),
  'interpreterLanguage', p.interpreter_language, 'accessNeeds', to_json(p.access_needs),
  'phone', case when 'contact' = any(sight) then p.phone end,
  'identifiers', (select coalesce(json_agg(json_build_object('type', i.type, 'value', i.value) order by i.type, i.known_at, i.id), '[]')
    from person_identifier i where i.person_id = p.id and ${isRelied('i')}))`)

const custody =
  sql.raw(`select json_build_object('agencyId', k.agency_id, 'agency', y.name, 'wing', k.wing, 'cell', k.cell,
    'receivedOn', k.received_on, 'isRecalled', k.is_recalled, 'source', k.source, 'knownAt', k.known_at)
  from custody k join agency y on y.id = k.agency_id where k.person_id = p.id and k.left_on is null`)

const releaseDates =
  sql.raw(`select coalesce(json_agg(json_build_object('type', d.type, 'day', d.day, 'source', d.source,
    'knownAt', d.known_at) order by d.type), '[]')
  from release_date d where d.person_id = p.id and d.replaced_at is null and ${isRelied('d')}`)

const team = sql.raw(`select coalesce(json_agg(json_build_object('relationship', m.relationship, 'role', m.role,
    'agencyId', y.id, 'agency', y.name, 'agencyKind', y.kind, 'team', t.name, 'workerId', a.id, 'worker', a.name,
    'phone', coalesce(nullif(a.phone, ''), y.phone), 'sinceOn', m.since_on) order by m.since_on, m.id), '[]')
  from case_party m join agency y on y.id = m.agency_id left join team t on t.id = m.team_id
    left join account a on a.id = m.account_id
  where m.case_id = c.id and m.until_on is null`)

const pathways = sql.raw(`select coalesce(json_agg(json_build_object('pathway', s.pathway, 'status', s.status,
    'reason', s.reason, 'setAt', s.set_at) order by s.pathway), '[]')
  from pathway_status s where s.case_id = c.id`)

const needs = sql.raw(`select coalesce(json_agg(json_build_object('id', n.id, 'pathway', n.pathway, 'words', n.words,
    'status', n.status, 'statusReason', n.status_reason, 'neededByOn', n.needed_by_on, 'isForPerson', n.is_for_person,
    'responsibleAgencyId', n.responsible_agency_id, 'responsibleWorkerId', n.responsible_account_id,
    'raisedAt', n.raised_at, 'closedAt', n.closed_at) order by n.raised_at, n.id), '[]')
  from need n where n.case_id = c.id and ${isRelied('n')}`)

const referrals =
  sql.raw(`select coalesce(json_agg(json_build_object('id', r.id, 'reference', r.reference, 'needId', r.need_id,
    'pathway', r.pathway, 'serviceId', r.service_id, 'service', s.name, 'provider', s.provider_name, 'status', r.status,
    'why', r.why, 'sentAt', r.sent_at, 'acceptedAt', r.accepted_at, 'declinedAt', r.declined_at,
    'declineReason', r.decline_reason, 'startedAt', r.started_at, 'endedAt', r.ended_at) order by r.sent_at, r.id), '[]')
  from referral r join service s on s.id = r.service_id where r.case_id = c.id and ${isRelied('r')}`)

const steps = sql.raw(`select coalesce(json_agg(json_build_object('id', s.id, 'pathway', s.pathway, 'needId', s.need_id,
    'title', s.title, 'dueOn', s.due_on, 'isForPerson', s.is_for_person, 'status', s.status,
    'responsibleAgencyId', s.responsible_agency_id, 'responsibleWorkerId', s.responsible_account_id,
    'madeAt', s.made_at, 'closedAt', s.closed_at) order by s.made_at, s.id), '[]')
  from step s where s.case_id = c.id`)

const appointments = sql.raw(`select coalesce(json_agg(json_build_object('id', x.id, 'referralId', x.referral_id,
    'pathway', x.pathway, 'title', x.title, 'startsAt', x.starts_at, 'lengthInMinutes', x.length_in_minutes,
    'place', x.place, 'withAgencyId', x.with_agency_id, 'withWorkerId', x.with_account_id, 'withName', x.with_name,
    'attendance', x.attendance, 'attendanceReason', x.attendance_reason, 'attendanceAt', x.attendance_at,
    'cancelledAt', x.cancelled_at) order by x.starts_at, x.id), '[]')
  from appointment x where x.case_id = c.id`)

const notes = sql.raw(`select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'part', n.field_group,
    'pathway', n.pathway, 'body', n.body, 'ownWords', n.own_words, 'happenedAt', n.happened_at,
    'lengthInMinutes', n.length_in_minutes, 'authorId', n.author_id, 'author', a.name, 'agencyId', y.id, 'agency', y.name,
    'writtenAt', n.written_at, 'correctedAt', n.corrected_at) order by n.happened_at desc, n.id), '[]')
  from (select * from note where note.case_id = c.id and note.withdrawn_at is null and ${isRelied('note')}
    order by note.happened_at desc limit ${mostNotes}) n
  join account a on a.id = n.author_id join agency y on y.id = n.owner_agency_id`)
