-- People who were released, and what had become of them. A release counts for the prison that it was from.

-- Each release once: somebody who leaves on a day, however many systems told of it.
create or replace function counted_releases(since date, until date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select distinct on (k.person_id, k.left_on) k.id, f.id, k.person_id, k.agency_id, k.left_on
  from custody k
  join lateral (select c.id from case_file c where c.person_id = k.person_id order by (c.opened_on <= k.left_on) desc, c.opened_on desc, c.id limit 1) f on true
  where k.left_on between $1 and $2 and k.left_reason in ('RELEASE', 'RE_RELEASE', 'RELEASED')
  order by k.person_id, k.left_on, k.id
$$;
grant execute on function counted_releases(date, date) to throughline_app, throughline_rules;

-- Met: the last answer before the gate was a place of their own, family, friends or supported housing. Asked and not answered is not met.
create or replace function counted_first_night_settled(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    coalesce((select v.value #>> '{codes,0}' in ('OWN', 'FAMILY', 'SUPPORTED') from answer v where v.person_id = r.person_id
      and v.question_key = 'accommodation-first-night' and (v.answered_at at time zone 'Europe/London')::date <= r.happened_on
      order by v.answered_at desc, v.id limit 1), false)
  from counted_releases($1, $2) r
$$;

-- Of whoever left twelve weeks ago or longer. Met: the last answer by then was a job or a course.
create or replace function counted_work_at_12_weeks(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    coalesce((select v.value #>> '{codes,0}' in ('JOB', 'TRAINING') from answer v where v.person_id = r.person_id
      and v.question_key = 'work-after-release' and (v.answered_at at time zone 'Europe/London')::date <= r.happened_on + 84
      order by v.answered_at desc, v.id limit 1), false)
  from counted_releases($1, $2 - 84) r
$$;

-- Met: on the day of release somebody outside was named on the case.
create or replace function counted_named_supervisor(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    exists (select from case_party p where p.case_id = r.case_id and p.role = 'COMMUNITY_OFFENDER_MANAGER'
      and p.since_on <= r.happened_on and (p.until_on is null or p.until_on >= r.happened_on))
  from counted_releases($1, $2) r
$$;

-- Met: on the day of release a mentor was named on the case, or a match stood whose risk assessment was signed.
create or replace function counted_left_with_mentor(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    exists (select from case_party p where p.case_id = r.case_id and p.role = 'MENTOR'
        and p.since_on <= r.happened_on and (p.until_on is null or p.until_on >= r.happened_on))
      or exists (select from mentor_match m where m.person_id = r.person_id and (m.risk_signed_at at time zone 'Europe/London')::date <= r.happened_on
        and (m.ended_on is null or m.ended_on >= r.happened_on))
  from counted_releases($1, $2) r
$$;

-- Of whoever left 182 days ago or longer. Met: a session took place within that time.
create or replace function counted_help_in_six_months(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    exists (select from appointment a where a.person_id = r.person_id and a.attendance in ('ATTENDED', 'LATE') and a.cancelled_at is null
        and (a.starts_at at time zone 'Europe/London')::date between r.happened_on + 1 and r.happened_on + 182)
      or exists (select from note n where n.person_id = r.person_id and n.kind in ('CONTACT', 'PHONE') and n.withdrawn_at is null
        and (n.happened_at at time zone 'Europe/London')::date between r.happened_on + 1 and r.happened_on + 182)
      or exists (select from mentor_session s where s.person_id = r.person_id and s.kind <> 'MISSED' and s.withdrawn_at is null
        and s.happened_on between r.happened_on + 1 and r.happened_on + 182)
  from counted_releases($1, $2 - 182) r
$$;

-- Of whoever left twelve weeks ago or longer. Met: in no prison again within that time. It is not proven reoffending.
create or replace function counted_not_back_in_12_weeks(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.subject_id, r.case_id, r.person_id, r.agency_id, r.happened_on, 1::numeric,
    not exists (select from custody b where b.person_id = r.person_id and b.received_on between r.happened_on + 1 and r.happened_on + 84
      and b.left_reason is distinct from 'UNDONE')
  from counted_releases($1, $2 - 84) r
$$;
grant execute on function counted_first_night_settled(date, date), counted_work_at_12_weeks(date, date), counted_named_supervisor(date, date), counted_left_with_mentor(date, date), counted_help_in_six_months(date, date), counted_not_back_in_12_weeks(date, date) to throughline_app, throughline_rules;
