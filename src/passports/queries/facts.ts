import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { PassportFacts } from '../facts.ts'

/**
 * What a passport is made of, besides the frame of the case, in one statement. Only what is standard: nothing restricted,
 * nothing that a restricted need led to (a need that the reader does not see counts as restricted), no hidden address.
 */
export async function getPassportFacts({ db, now }: Reading, caseId: string): Promise<PassportFacts> {
  const { rows } = await sql<{ facts: PassportFacts }>`
    select json_build_object(
      'languages', array_remove(p.interpreter_language || p.languages, null), 'jurisdiction', s.jurisdiction, 'locale', s.locale,
      'nightLineName', s.night_line_name, 'nightLinePhone', s.night_line_phone,
      'pathways', (${pathways}), 'licenceEndsOn', (${licenceEnd}), 'curfew', (${curfew}), 'firstNight', (${firstNight}),
      'hiddenPlaces', (${hiddenPlaces}), 'steps', (${steps}), 'needs', (${needs}), 'referrals', (${referrals}),
      'appointments', (select coalesce(json_agg(a order by a."startsAt", a.id), '[]') from (${appointments}
        and x.starts_at >= date_trunc('day', ${now}::timestamptz at time zone 'Europe/London') at time zone 'Europe/London'
        order by x.starts_at limit 12) a),
      'attended', (${attended}), 'ownWords', (${ownWords}), 'issues', (${issues})) as facts
    from case_file c join person p on p.id = c.person_id cross join partnership s
    where c.id = ${caseId}`.execute(db)
  return rows[0]!.facts
}

/** Nobody may rely on what is under a restriction, and paper cannot say so the day after. */
const isRelied = (need: string) => `not exists (select from correction k where k.fact_id = ${need}.id
  and k.kind = 'RESTRICTION' and k.lifted_at is null)`

const isFromStandardNeed = (column: string) => `(${column} is null or exists (
  select from need q where q.id = ${column} and not q.is_restricted and q.sensitivity = 'STANDARD' and ${isRelied('q')}))`

const pathways = sql.raw(`select json_agg(json_build_object('code', code, 'labels',
    json_build_object('en', label_en, 'it', label_it, 'nl', label_nl)) order by position) from pathway where is_active`)

const licenceEnd = sql.raw(`select day from release_date d where d.person_id = p.id and d.replaced_at is null
  and d.type in ('LED', 'SLED') and d.sensitivity = 'STANDARD' and ${isRelied('d')} order by d.type limit 1`)

const curfew =
  sql.raw(`select json_build_object('from', l.curfew_from_minute, 'until', l.curfew_until_minute) from licence_condition l
  where l.case_id = c.id and l.code = 'CURFEW' and l.ended_at is null and l.sensitivity = 'STANDARD'
    and coalesce(l.until_on, current_date) >= current_date order by l.from_on desc, l.id limit 1`)

const firstNight = sql.raw(`select nullif(trim(both ', ' from x.lines || ', ' || x.postcode), '') from person_address x
  where x.person_id = p.id and x.kind = 'FIRST_NIGHT' and not x.is_hidden and not x.has_none and x.until_on is null
    and x.sensitivity = 'STANDARD' and ${isRelied('x')} order by x.from_on desc nulls last, x.id limit 1`)

const hiddenPlaces = sql.raw(`select to_json(hidden_places(p.id))`)

const steps =
  sql.raw(`select coalesce(json_agg(json_build_object('pathway', t.pathway, 'title', t.title, 'dueOn', t.due_on,
    'isForPerson', t.is_for_person, 'isDone', t.status = 'COMPLETED', 'needId', t.need_id, 'agencyName', y.name,
    'workerName', a.name) order by t.closed_at desc nulls first, t.due_on nulls last, t.made_at), '[]')
  from step t left join agency y on y.id = t.responsible_agency_id left join account a on a.id = t.responsible_account_id
  where t.case_id = c.id and t.status <> 'NO_LONGER_NEEDED' and t.sensitivity = 'STANDARD' and ${isFromStandardNeed('t.need_id')}`)

const needs = sql.raw(`select coalesce(json_agg(json_build_object('id', n.id, 'pathway', n.pathway, 'words', n.words,
    'isMet', n.status = 'MET') order by n.raised_at), '[]')
  from need n where n.case_id = c.id and n.status <> 'DECLINED' and not n.is_restricted and n.sensitivity = 'STANDARD' and ${isRelied('n')}`)

const referrals = sql.raw(`select coalesce(json_agg(json_build_object('pathway', r.pathway, 'needId', r.need_id,
    'service', v.name, 'provider', v.provider_name, 'status', r.status, 'startsOn', r.starts_on) order by r.sent_at), '[]')
  from referral r join service v on v.id = r.service_id
  where r.case_id = c.id and r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED', 'COMPLETED')
    and r.sensitivity = 'STANDARD' and ${isFromStandardNeed('r.need_id')}`)

const isFromStandardReferral = `x.sensitivity = 'STANDARD' and (x.referral_id is null or exists (
    select from referral r where r.id = x.referral_id and r.sensitivity = 'STANDARD' and ${isFromStandardNeed('r.need_id')}))`

const appointments = sql.raw(`select x.id, x.pathway, x.title, x.starts_at as "startsAt", x.place, x.bring,
    coalesce(nullif(x.with_name, ''), a.name, y.name) as "withName"
  from appointment x left join agency y on y.id = x.with_agency_id left join account a on a.id = x.with_account_id
  where x.case_id = c.id and x.cancelled_at is null and x.attendance is null and ${isFromStandardReferral}`)

const attended =
  sql.raw(`select coalesce(json_agg(json_build_object('pathway', pathway, 'title', title, 'count', count) order by last_at), '[]')
  from (select x.pathway, x.title, count(*) as count, max(x.starts_at) as last_at from appointment x
    where x.case_id = c.id and x.attendance in ('ATTENDED', 'LATE') and ${isFromStandardReferral} group by 1, 2) done`)

const ownWords =
  sql.raw(`select coalesce(json_agg(json_build_object('pathway', pathway, 'text', shown_text)), '[]') from (
    select distinct on (w.pathway) w.pathway, w.shown_text from answer w
    where w.person_id = p.id and w.question_key like '%-own-words' and not w.is_restricted and not w.is_no_answer
      and w.sensitivity = 'STANDARD' and ${isRelied('w')}
    order by w.pathway, w.answered_at desc) latest`)

const issues = sql.raw(`select coalesce(json_agg(json_build_object('id', i.id, 'locale', i.locale, 'size', i.size,
    'shortCode', i.short_code, 'issuedAt', i.issued_at, 'issuedByName', a.name, 'agencyName', y.name) order by i.issued_at desc), '[]')
  from passport_issue i join account a on a.id = i.issued_by join agency y on y.id = i.owner_agency_id
  where i.case_id = c.id`)
