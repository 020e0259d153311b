-- What was held or made and is about nobody: from the outputs that partners recorded with where each can be looked at.

-- A learning set with sixteen people or more.
create or replace function counted_learning_sets(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'LEARNING_SET' and o.people_count >= 16 and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- A report that can be read in English, Italian and Dutch.
create or replace function counted_reports(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'REPORT' and o.languages @> '{en,it,nl}' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- A guide in the three languages.
create or replace function counted_guides(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'GUIDE' and o.languages @> '{en,it,nl}' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- A guide for trainers.
create or replace function counted_training_guides(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'TRAINING_GUIDE' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- Everybody who came to a conference.
create or replace function counted_conference_people(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, o.people_count::numeric, true
  from output o where o.kind = 'CONFERENCE' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- Hours of mentor training.
create or replace function counted_training_hours(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, o.hours, true
  from output o where o.kind = 'TRAINING' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;

-- A programme that was run: a group that ended as held in the record, or one that was recorded as an output because it is not there.
create or replace function counted_programmes(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'PROGRAMME' and o.withdrawn_at is null and o.happened_on between $1 and $2
  union all
  select c.id, null::uuid, null::uuid, c.agency_id, (c.ended_at at time zone 'Europe/London')::date, 1::numeric, true
  from course c where c.ended_how = 'HELD' and (c.ended_at at time zone 'Europe/London')::date between $1 and $2
$$;

-- A case management system that is in use.
create or replace function counted_system_installed(since date, today date)
returns table (subject_id uuid, case_id uuid, person_id uuid, agency_id uuid, happened_on date, amount numeric, is_met boolean)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select o.id, null::uuid, null::uuid, o.agency_id, o.happened_on, 1::numeric, true
  from output o where o.kind = 'SYSTEM' and o.withdrawn_at is null and o.happened_on between $1 and $2
$$;
grant execute on function counted_learning_sets(date, date), counted_reports(date, date), counted_guides(date, date), counted_training_guides(date, date), counted_conference_people(date, date), counted_training_hours(date, date), counted_programmes(date, date), counted_system_installed(date, date) to throughline_app, throughline_rules;
