-- Work with people. Days are days in London.

-- A session that took place: an appointment that was kept, a key work session, a contact that was written down, a mentor's session. A key
-- work session and its note are one; a mentor's one-off contact is a session of nobody by name.
create or replace function counted_sessions(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.case_id, a.person_id, coalesce(a.with_agency_id, a.owner_agency_id), (a.starts_at at time zone 'Europe/London')::date, 1::numeric, true
  from appointment a where a.attendance in ('ATTENDED', 'LATE') and a.cancelled_at is null
    and (a.starts_at at time zone 'Europe/London')::date between $1 and $2
  union all
  select k.id, k.case_id, k.person_id, k.agency_id, k.happened_on, 1, true
  from key_work_session k where k.kind = 'SESSION' and k.withdrawn_at is null and k.happened_on between $1 and $2
  union all
  select n.id, n.case_id, n.person_id, n.owner_agency_id, (n.happened_at at time zone 'Europe/London')::date, 1, true
  from note n where n.kind in ('CONTACT', 'PHONE') and n.withdrawn_at is null
    and (n.happened_at at time zone 'Europe/London')::date between $1 and $2
    and not exists (select from key_work_session k where k.note_id = n.id)
  union all
  select s.id, s.case_id, coalesce(p.merged_into_id, s.person_id), s.owner_agency_id, s.happened_on, 1, true
  from mentor_session s left join person p on p.id = s.person_id
  where s.kind <> 'MISSED' and s.withdrawn_at is null and s.happened_on between $1 and $2
$$;

create or replace function counted_people_supported(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$ select * from counted_sessions($1, $2) $$;

-- A mentor named on somebody's case, or the first session in these days of somebody with their mentor.
create or replace function counted_people_mentored(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select p.id, p.case_id, c.person_id, p.agency_id, p.since_on, 1::numeric, true
  from case_party p join case_file c on c.id = p.case_id where p.role = 'MENTOR' and p.since_on between $1 and $2
  union all
  select s.id, s.case_id, s.person_id, s.agency_id, s.happened_on, 1, true
  from (select distinct on (x.match_id) x.id, x.case_id, coalesce(q.merged_into_id, x.person_id) as person_id, x.owner_agency_id as agency_id, x.happened_on
    from mentor_session x left join person q on q.id = x.person_id
    where x.match_id is not null and x.kind <> 'MISSED' and x.withdrawn_at is null and x.happened_on between $1 and $2
    order by x.match_id, x.happened_on, x.id) s
$$;

-- A version of a plan that the person agreed to, in whole or in part.
create or replace function counted_plans_agreed(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.id, r.case_id, r.person_id, r.owner_agency_id, r.reviewed_on, 1::numeric, true
  from plan_review r where r.agreement in ('AGREES', 'IN_PART') and r.reviewed_on between $1 and $2
$$;

-- The day on which a second agency joined a case: it counts for the one that joined.
create or replace function counted_shared_cases(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select p.id, p.case_id, c.person_id, p.agency_id, p.since_on, 1::numeric, true
  from (select distinct on (x.case_id) x.id, x.case_id, x.agency_id, x.since_on from case_party x join case_file f on f.id = x.case_id
    where x.agency_id <> f.owner_agency_id order by x.case_id, x.since_on, x.id) p join case_file c on c.id = p.case_id
  where p.since_on between $1 and $2
$$;

-- Referrals that were answered, or ran out unanswered: met where the answer came before it had to be chased. It counts for who was asked.
create or replace function counted_referrals_in_time(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.id, r.case_id, r.person_id, r.to_agency_id, (r.sent_at at time zone 'Europe/London')::date, 1::numeric,
    coalesce(r.accepted_at, r.declined_at) is not null and r.chased_count = 0
  from referral r where coalesce(r.accepted_at, r.declined_at, r.expired_at) is not null
    and (r.sent_at at time zone 'Europe/London')::date between $1 and $2
$$;
grant execute on function counted_sessions(date, date), counted_people_supported(date, date), counted_people_mentored(date, date),
  counted_plans_agreed(date, date), counted_shared_cases(date, date), counted_referrals_in_time(date, date) to throughline_app, throughline_rules;
