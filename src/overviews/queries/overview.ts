import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Overview } from '../overview.ts'

const mostSteps = 5
const mostListed = 8

/** Everything that the overview shows of a case besides its frame and timeline, in one statement. RLS leaves out what is not seen. */
export async function readOverview({ db, now }: Reading, caseId: string): Promise<Overview> {
  const { rows } = await sql<{ overview: Overview }>`
    select jsonb_build_object('openedOn', c.opened_on, 'goodToKnow', p.good_to_know, 'phone', ${seen('contact')}, 'personPhone', p.phone,
      'receivedOn', k.received_on, 'heldAt', h.name,
      'jurisdiction', (select jurisdiction from partnership), 'isRecalled', coalesce(k.is_recalled, false),
      'dates', coalesce((select jsonb_object_agg(type, jsonb_build_object('day', day, 'source', source, 'knownAt', known_at))
        from release_date r where r.person_id = p.id and replaced_at is null and day is not null), '{}'),
      'steps', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'title', title, 'dueOn', due_on, 'version', version,
          'isForPerson', is_for_person, 'ownerName', owner, 'ownerAgency', agency, 'status', status, 'reason', status_reason,
          'needId', need_id, 'leadDays', (select (kinds->>t.lead_kind)::int from lead_time_edition order by edition desc limit 1),
          'isBlocked', exists (select from step w where w.id = any(t.waits_for) and w.closed_at is null)) order by due_on nulls last, made_at)
        from (select t.*, a.name as owner, y.name as agency from step t left join account a on a.id = t.responsible_account_id
          left join agency y on y.id = t.responsible_agency_id
          where t.case_id = c.id and t.closed_at is null order by t.due_on nulls last, t.made_at limit ${mostSteps}) t), '[]'),
      'openSteps', (select count(*) from step t where t.case_id = c.id and t.closed_at is null),
      'appointments', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'title', title, 'startsAt', starts_at, 'place', place,
          'withName', who, 'withAgency', agency) order by starts_at)
        from (select m.*, coalesce(a.name, m.with_name) as who, y.name as agency from appointment m
          left join account a on a.id = m.with_account_id left join agency y on y.id = m.with_agency_id
          where m.case_id = c.id and m.cancelled_at is null and m.starts_at >= ${now} order by m.starts_at limit 3) m), '[]'),
      'appointmentDays', coalesce((select jsonb_agg(distinct (starts_at at time zone 'Europe/London')::date) from appointment m
        where m.case_id = c.id and m.cancelled_at is null and m.starts_at >= ${now}), '[]'),
      'pathways', (select jsonb_agg(jsonb_build_object('code', w.code, 'labels', jsonb_build_object('en', w.label_en, 'it', w.label_it,
          'nl', w.label_nl), 'status', s.status, 'reason', s.reason, 'need', n.words) order by w.position)
        from pathway w left join pathway_status s on s.case_id = c.id and s.pathway = w.code
        left join lateral (select words from need n where n.case_id = c.id and n.pathway = w.code and n.closed_at is null
          order by n.needed_by_on nulls last, n.raised_at limit 1) n on true
        where w.is_active),
      'needs', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'words', words, 'pathway', pathway, 'status', status,
          'neededByOn', needed_by_on, 'isForPerson', is_for_person, 'ownerName', owner, 'ownerAgency', agency) order by needed_by_on nulls last, raised_at)
        from (select n.*, a.name as owner, y.name as agency from need n left join account a on a.id = n.responsible_account_id
          left join agency y on y.id = n.responsible_agency_id
          where n.case_id = c.id and n.closed_at is null order by n.needed_by_on nulls last, n.raised_at limit ${mostListed}) n), '[]'),
      'openNeeds', (select count(*) from need n where n.case_id = c.id and n.closed_at is null),
      'referrals', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'service', service, 'provider', provider, 'status', status,
          'reason', decline_reason, 'sentAt', sent_at, 'startsOn', starts_on, 'pathway', pathway) order by sent_at desc)
        from (select r.*, v.name as service, coalesce(y.name, v.provider_name) as provider from referral r
          join service v on v.id = r.service_id left join agency y on y.id = r.to_agency_id
          where r.case_id = c.id and (r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED') or (r.status in ('DECLINED', 'EXPIRED')
            and not exists (select from referral later where later.need_id = r.need_id and later.sent_at > r.sent_at)))
          order by r.sent_at desc limit ${mostListed}) r), '[]'),
      'assessedAt', (select jsonb_agg(e.submitted_at order by e.submitted_at) from assessment e
        where e.case_id = c.id and e.submitted_at is not null and e.reset_at is null),
      'until', (select nullif(max(until), 'infinity') from sight a where a.case_id = c.id)) as overview
    from case_file c join person p on p.id = c.person_id
    left join custody k on k.person_id = p.id and k.left_on is null left join agency h on h.id = k.agency_id
    where c.id = ${caseId}`.execute(db)
  const overview = rows[0]!.overview
  return overview.phone ? overview : { ...overview, personPhone: '' }
}

const seen = (part: string) => sql`exists (select from sight a where a.case_id = c.id and ${part} = any(a.reads))`

export interface PartSeenBy {
  agencyId: string
  agencyName: string
  agencyKind: string
  /** Parts of the case, and whether the agency may write in them. */
  parts: Record<string, boolean>
  until: string | null
}

/** Which agencies see which parts of a case, and until when: the live parties times what the agreement gives them. */
export async function listWhoSees({ db }: Reading, caseId: string): Promise<PartSeenBy[]> {
  const { rows } = await sql<PartSeenBy>`
    select y.id as "agencyId", y.name as "agencyName", y.kind as "agencyKind",
      jsonb_object_agg(g.field_group, g.may) as parts, nullif(max(g.until), 'infinity')::text as until
    from (
      select p.agency_id, g.field_group, bool_or(g.may_contribute) as may, max(coalesce(a.ends_on, 'infinity')) as until
      from case_party p join case_file c on c.id = p.case_id join agency k on k.id = p.agency_id
      join agreement a on a.purpose = c.purpose and is_in_force(a)
      join agreement_party ap on ap.agreement_id = a.id and ap.agency_id = p.agency_id and ap.signed_at is not null
      join agreement_grant g on g.agreement_id = a.id and g.relationship = p.relationship
        and (g.agency_kind is null or g.agency_kind = k.kind)
      where p.case_id = ${caseId} and p.until_on is null and (not a.needs_consent or exists (select from consent n
        where n.person_id = c.person_id and n.agency_id = p.agency_id and n.purpose = c.purpose and n.kind = 'SHARING'
          and n.answer = 'GIVEN' and n.replaced_at is null))
      group by 1, 2) g
    join agency y on y.id = g.agency_id
    group by 1, 2, 3 order by y.name collate "C"`.execute(db)
  return rows
}
