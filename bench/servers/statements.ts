import type { Rule } from './bare.ts'

/** The statements of the bare servers: the same rows and fields as the public API gives. $1 is who asks. */
export function statementsOf(rule: Rule) {
  const where = (condition: string) => (rule === 'where' ? `and ${condition}` : '')
  const mine = where('a.audience_id = any($1::uuid[])')
  const seen = (part: string) => where(`'${part}' = any(sight)`)
  // The reader stays a parameter under policies too, so that both servers send the same values.
  const asked = rule === 'rls' ? 'and $1::uuid[] is not null' : ''
  return {
    caseload: `
      with line as (
        select s.*, y.name as place_name, row_number() over (order by s.case_id) as position
        from (select * from case_summary s where s.is_open ${asked} ${where(
          `exists (select from sight a where a.case_id = s.case_id and 'identity' = any(a.reads) and a.audience_id = any($1::uuid[]))`,
        )} order by s.case_id limit $2::int + 1) s left join agency y on y.id = s.agency_id)
      select json_build_object('cases', coalesce(json_agg(${caseLine} order by case_id) filter (where position <= $2), '[]'),
        'next', case when count(*) > $2 then (array_agg(case_id order by case_id))[$2] end)::text as body from line`,
    case: `
      select json_build_object('id', c.id, 'purpose', c.purpose, 'openedOn', c.opened_on, 'endedOn', c.ended_on,
        'sight', to_json(sight), 'person', (${person}), 'custody', (${custody} ${seen('custody')}),
        'releaseDates', (${releaseDates} ${seen('custody')}), 'team', (${team}), 'pathways', (${pathways} ${seen('needs')}),
        'needs', (${needs} ${where(`'needs' = any(sight) and (not n.is_restricted or 'risk' = any(sight))`)}),
        'referrals', (${referrals} ${seen('referrals')}), 'steps', (${steps} ${seen('plan')}),
        'appointments', (${appointments} ${seen('plan')}),
        'notes', (${notesOf(where('note.field_group = any(sight)'))}))::text as body
      from case_file c join person p on p.id = c.person_id,
        lateral (select array_agg(distinct part) as sight from sight a, unnest(a.reads) as part where a.case_id = c.id ${mine}) mine
      where c.id = $2 ${asked} and 'identity' = any(sight)`,
    note: `
      with found as (select c.id, c.person_id from case_file c where c.id = $2 ${asked}
        ${where(
          `exists (select from sight a where a.case_id = c.id and $5 = any(a.writes) and a.audience_id = any($1::uuid[]))`,
        )}),
      written as (insert into note (id, case_id, person_id, kind, field_group, body, own_words, happened_at, author_id,
          written_at, owner_agency_id)
        select $3, id, person_id, $4, $5, $6, $7, $8, $9, $8, $10 from found returning case_id, person_id),
      kept as (insert into plain.audit (account_id, agency_id, action, person_ids, case_ids, field_groups, channel)
        select $9, $10, 'alter', array[person_id], array[case_id], array[$5], 'api' from written)
      select 'written' as body from written`,
    people: `
      select json_build_object('people', coalesce(json_agg(json_build_object('id', p.id,
          'name', coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, 'givenName', p.given_name,
          'middleNames', p.middle_names, 'familyName', p.family_name, 'chosenName', p.chosen_name, 'bornOn', p.born_on,
          'prisonNumber', s.prison_number, 'caseIds', s.case_ids, 'likeness', round(f.likeness::numeric, 3))
          order by f.likeness desc, p.id), '[]'))::text as body
      from (select id, max(score)::real as likeness from (
          select p.id, word_similarity($2, p.search_text) + similarity($2, p.search_text) / 10 as score
          from person p where $2 <% p.search_text
          union all
          select a.person_id, word_similarity($2, a.search_text) * 0.9 from person_alias a where $2 <% a.search_text) found
        where true ${asked} ${where(
          `exists (select from sight a where a.person_id = found.id and 'identity' = any(a.reads) and a.audience_id = any($1::uuid[]))`,
        )}
        group by id order by 2 desc, 1 limit $3) f join person p on p.id = f.id,
        lateral (select max(prison_number) as prison_number, coalesce(json_agg(case_id order by case_id), '[]') as case_ids
          from case_summary where person_id = p.id) s`,
    referrals: `
      select coalesce(json_agg(json_build_object('pathway', pathway, 'status', status, 'month', to_char(month, 'YYYY-MM'),
        'count', count) order by month, pathway, status), '[]')::text as body
      from referral_count where agency_id = $1 and side = 'FROM' and month between $2::date and $3::date and count > 0`,
  }
}

const caseLine = `json_build_object('id', case_id, 'personId', person_id, 'name', shown_name,
  'prisonNumber', prison_number, 'bornOn', born_on, 'interpreterLanguage', needs_interpreter,
  'keyWorker', case when key_worker_id is not null then json_build_object('id', key_worker_id, 'name', key_worker_name) end,
  'communityManager', case when community_manager_id is not null
    then json_build_object('id', community_manager_id, 'name', community_manager_name) end,
  'custody', json_build_object('agencyId', agency_id, 'agency', place_name, 'wing', wing,
    'cell', cell, 'isRecalled', is_recalled, 'releaseOn', release_on, 'releaseType', release_type,
    'releaseSource', release_source, 'releaseKnownAt', release_known_at),
  'pathways', pathway_statuses, 'lastContactAt', last_contact_at,
  'steps', json_build_object('open', undone_count, 'late', late_count, 'next', next_undone, 'nextDueOn', next_undone_on))`

const person = `json_build_object('id', p.id, 'givenName', p.given_name, 'middleNames', p.middle_names,
  'familyName', p.family_name, 'chosenName', p.chosen_name, 'bornOn', p.born_on, 'languages', to_json(p.languages),
  'interpreterLanguage', p.interpreter_language, 'accessNeeds', to_json(p.access_needs),
  'phone', case when 'contact' = any(sight) then p.phone end,
  'identifiers', (select coalesce(json_agg(json_build_object('type', i.type, 'value', i.value) order by i.type, i.known_at, i.id), '[]')
    from person_identifier i where i.person_id = p.id))`

const custody = `select json_build_object('agencyId', k.agency_id, 'agency', y.name, 'wing', k.wing, 'cell', k.cell,
    'receivedOn', k.received_on, 'isRecalled', k.is_recalled, 'source', k.source, 'knownAt', k.known_at)
  from custody k join agency y on y.id = k.agency_id where k.person_id = p.id and k.left_on is null`

const releaseDates = `select coalesce(json_agg(json_build_object('type', d.type, 'day', d.day, 'source', d.source,
    'knownAt', d.known_at) order by d.type), '[]')
  from release_date d where d.person_id = p.id and d.replaced_at is null`

const team = `select coalesce(json_agg(json_build_object('relationship', m.relationship, 'role', m.role,
    'agencyId', y.id, 'agency', y.name, 'agencyKind', y.kind, 'team', t.name, 'workerId', a.id, 'worker', a.name,
    'phone', coalesce(nullif(a.phone, ''), y.phone), 'sinceOn', m.since_on) order by m.since_on, m.id), '[]')
  from case_party m join agency y on y.id = m.agency_id left join team t on t.id = m.team_id
    left join account a on a.id = m.account_id
  where m.case_id = c.id and m.until_on is null`

const pathways = `select coalesce(json_agg(json_build_object('pathway', s.pathway, 'status', s.status,
    'reason', s.reason, 'setAt', s.set_at) order by s.pathway), '[]')
  from pathway_status s where s.case_id = c.id`

const needs = `select coalesce(json_agg(json_build_object('id', n.id, 'pathway', n.pathway, 'words', n.words,
    'status', n.status, 'statusReason', n.status_reason, 'neededByOn', n.needed_by_on, 'isForPerson', n.is_for_person,
    'responsibleAgencyId', n.responsible_agency_id, 'responsibleWorkerId', n.responsible_account_id,
    'raisedAt', n.raised_at, 'closedAt', n.closed_at) order by n.raised_at, n.id), '[]')
  from need n where n.case_id = c.id`

const referrals = `select coalesce(json_agg(json_build_object('id', r.id, 'reference', r.reference, 'needId', r.need_id,
    'pathway', r.pathway, 'serviceId', r.service_id, 'service', s.name, 'provider', s.provider_name, 'status', r.status,
    'why', r.why, 'sentAt', r.sent_at, 'acceptedAt', r.accepted_at, 'declinedAt', r.declined_at,
    'declineReason', r.decline_reason, 'startedAt', r.started_at, 'endedAt', r.ended_at) order by r.sent_at, r.id), '[]')
  from referral r join service s on s.id = r.service_id where r.case_id = c.id`

const steps = `select coalesce(json_agg(json_build_object('id', s.id, 'pathway', s.pathway, 'needId', s.need_id,
    'title', s.title, 'dueOn', s.due_on, 'isForPerson', s.is_for_person, 'status', s.status,
    'responsibleAgencyId', s.responsible_agency_id, 'responsibleWorkerId', s.responsible_account_id,
    'madeAt', s.made_at, 'closedAt', s.closed_at) order by s.made_at, s.id), '[]')
  from step s where s.case_id = c.id`

const appointments = `select coalesce(json_agg(json_build_object('id', x.id, 'referralId', x.referral_id,
    'pathway', x.pathway, 'title', x.title, 'startsAt', x.starts_at, 'lengthInMinutes', x.length_in_minutes,
    'place', x.place, 'withAgencyId', x.with_agency_id, 'withWorkerId', x.with_account_id, 'withName', x.with_name,
    'attendance', x.attendance, 'attendanceReason', x.attendance_reason, 'attendanceAt', x.attendance_at,
    'cancelledAt', x.cancelled_at) order by x.starts_at, x.id), '[]')
  from appointment x where x.case_id = c.id`

const notesOf = (
  rule: string,
) => `select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'part', n.field_group,
    'pathway', n.pathway, 'body', n.body, 'ownWords', n.own_words, 'happenedAt', n.happened_at,
    'lengthInMinutes', n.length_in_minutes, 'authorId', n.author_id, 'author', a.name, 'agencyId', y.id, 'agency', y.name,
    'writtenAt', n.written_at, 'correctedAt', n.corrected_at) order by n.happened_at desc, n.id), '[]')
  from (select * from note where note.case_id = c.id and note.withdrawn_at is null ${rule}
    order by note.happened_at desc limit 200) n
  join account a on a.id = n.author_id join agency y on y.id = n.owner_agency_id`
