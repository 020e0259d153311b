-- How far an answer is: work above looking for it, a higher certificate above a lower, more people who support, a place of one's own
-- above a hostel above nowhere, a doctor where one will live. Null where an answer is neither more nor less.
create or replace function private.answer_rank(key text, value jsonb) returns int
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case key
    when 'work-after-release' then case value #>> '{codes,0}' when 'JOB' then 3 when 'TRAINING' then 2 when 'LOOKING' then 1 when 'NOT_LOOKING' then 0 end
    when 'work-qualifications' then array_position('{NONE,SCHOOL,VOCATIONAL,ADVANCED,HIGHER}'::text[], value #>> '{codes,0}')
    when 'family-support' then case when jsonb_typeof(value -> 'codes') = 'array' then jsonb_array_length((value -> 'codes') - 'NOBODY') end
    when 'accommodation-first-night' then case value #>> '{codes,0}' when 'OWN' then 3 when 'FAMILY' then 2 when 'SUPPORTED' then 2 when 'TEMPORARY' then 1 when 'NONE' then 0 end
    when 'health-gp' then case value #>> '{codes,0}' when 'YES' then 2 when 'FAR' then 1 when 'NO' then 0 end
  end
$$;
alter function private.answer_rank owner to throughline_rules;

-- Where somebody stood first and last: on each pathway by its status, from the first time that support was needed; in five parts of life
-- by answers to the same question on two days. A rank is higher the further somebody is; what they would not say has none.
create or replace function private.steps_travelled()
returns table (measure text, agency_id uuid, first_on date, first_rank int, last_rank int)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  with ranked as (
    select v.case_id, v.pathway, v.set_at, v.status from pathway_status_version v
    union all select s.case_id, s.pathway, s.set_at, s.status from pathway_status s
  ), begun as (
    select distinct on (r.case_id, r.pathway) r.case_id, r.pathway, r.set_at, r.status from ranked r
    where r.status in ('SUPPORT_REQUIRED', 'IN_PROGRESS') order by r.case_id, r.pathway, r.set_at
  )
  select b.pathway, f.owner_agency_id, (b.set_at at time zone 'Europe/London')::date,
    case b.status when 'IN_PROGRESS' then 1 else 0 end,
    case s.status when 'DONE' then 2 when 'SUPPORT_NOT_REQUIRED' then 2 when 'IN_PROGRESS' then 1 else 0 end
  from begun b join pathway_status s on s.case_id = b.case_id and s.pathway = b.pathway join case_file f on f.id = b.case_id
  union all
  select m.measure, f.owner_agency_id, m.first_on, m.first_rank, m.last_rank
  from (
    select k.measure, (array_agg(k.case_id order by k.answered_at))[1] as case_id,
      (min(k.answered_at) at time zone 'Europe/London')::date as first_on,
      (array_agg(k.rank order by k.answered_at))[1] as first_rank, (array_agg(k.rank order by k.answered_at desc))[1] as last_rank
    from (select a.person_id, a.case_id, a.answered_at, q.measure, private.answer_rank(a.question_key, a.value) as rank
      from answer a join (values ('work-after-release', 'EMPLOYMENT'), ('work-qualifications', 'TRAINING'), ('family-support', 'RELATIONSHIPS'),
        ('accommodation-first-night', 'HOUSING'), ('health-gp', 'HEALTH_CARE')) q (question_key, measure) using (question_key)
      where not a.is_no_answer and not a.is_restricted) k
    where k.rank is not null group by k.person_id, k.measure
    having min(k.answered_at)::date < max(k.answered_at)::date) m join case_file f on f.id = m.case_id
$$;
alter function private.steps_travelled owner to throughline_rules;

revoke all on function private.answer_rank(text, jsonb), private.steps_travelled() from public;

-- Counts all of it anew. @returns how many lines there are.
create or replace function recount_distance(at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare lines int;
begin
  if not is_system() then return 0; end if;
  delete from distance_count;
  insert into distance_count (agency_id, measure, quarter, forward, same, back, counted_at)
  select t.agency_id, t.measure, date_trunc('quarter', t.first_on)::date, count(*) filter (where t.last_rank > t.first_rank),
    count(*) filter (where t.last_rank = t.first_rank), count(*) filter (where t.last_rank < t.first_rank), $1
  from private.steps_travelled() t group by 1, 2, 3;
  get diagnostics lines = row_count;
  perform private.recount_flows($1);
  return lines;
end $$;
alter function recount_distance owner to throughline_rules;

-- What a coordinator reads of everybody, and a manager of their own agency. A line without a quarter is of all of them. Of fewer than
-- ten people nothing is counted out; where one to four came forward, or did not, how many is not told. Quarters are told only where
-- none of them is covered, so that no covered one is reckoned from the sum.
create or replace function distance_travelled()
returns table (measure text, quarter date, people int, forward int, back int, counted_at timestamptz)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with mine as (
    select c.measure, c.quarter, sum(c.forward)::int as forward, sum(c.back)::int as back, sum(c.forward + c.same + c.back)::int as n, max(c.counted_at) as counted_at
    from distance_count c where is_coordinator() or is_manager() and c.agency_id = acting_agency() group by 1, 2
  ), lines as (
    select m.measure, null::date as quarter, sum(m.forward)::int as forward, sum(m.back)::int as back, sum(m.n)::int as n, max(m.counted_at) as counted_at from mine m group by 1
    union all
    select m.measure, m.quarter, m.forward, m.back, m.n, m.counted_at from mine m
    where not exists (select from mine x where x.measure = m.measure and (x.n < 10 or x.forward between 1 and 4 or x.n - x.forward between 1 and 4
      or x.back between 1 and 4 or x.n - x.forward - x.back between 1 and 4))
  )
  select l.measure, l.quarter, case when l.n >= 10 then l.n end,
    case when l.n >= 10 and not (l.forward between 1 and 4 or l.n - l.forward between 1 and 4) then l.forward end,
    case when l.n >= 10 and not (l.forward between 1 and 4 or l.n - l.forward between 1 and 4 or l.back between 1 and 4
      or l.n - l.forward - l.back between 1 and 4) then l.back end,
    l.counted_at
  from lines l order by l.measure, l.quarter nulls first
$$;
alter function distance_travelled owner to throughline_rules;
grant execute on function recount_distance(timestamptz), distance_travelled() to throughline_app;
