-- Row-level security asks this of all that the agency sees before it answers for thirty people; here it is asked case by case.
-- The last that anybody wrote of each of these cases, as far as the acting account may see that it happened.
create or replace function last_words_of(asked uuid[]) returns table (case_id uuid, happened_at timestamptz, field_group text, agency_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare eyes uuid[] := acting_audiences(); closed uuid[] := people_closed(); agency uuid := acting_agency();
begin
  return query select c.id, l.happened_at, l.field_group, l.agency_id from unnest(asked) as c(id)
  cross join lateral (select e.happened_at, e.field_group, e.agency_id from event e
    where e.case_id = c.id and (e.person_id is null or e.person_id <> all(closed))
      and (e.agency_id = agency or (select true from access a where a.audience_id = any(eyes) and a.field_group = e.field_group
        and a.case_id = e.case_id and a.until >= current_date and a.person_id <> all(closed) limit 1))
    order by e.happened_at desc, e.id desc limit 1) l;
end $$;
alter function last_words_of owner to throughline_rules;
grant execute on function last_words_of(uuid[]) to throughline_app;

-- How many people of the acting agency's prison nobody has worked for since a day, and no more than is asked for. The policies' own plan reads all
-- that the reader sees before it looks at the few who are quiet.
create or replace function count_quiet(since_on date, most int) returns int
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare agency uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  return (select count(*) from (select from case_summary s
    where s.agency_id = agency and s.is_open and s.died_on is null and s.active_on <= since_on and s.person_id <> all(closed)
      and (select true from access a where a.audience_id = any(eyes) and a.field_group = 'identity' and a.case_id = s.case_id
        and a.until >= current_date limit 1)
    limit most) q);
end $$;
alter function count_quiet owner to throughline_rules;
grant execute on function count_quiet(date, int) to throughline_app;

-- Open steps that are due by a day: those of the acting account and of whom it stands in for, and, in some cases, its agency's that nobody has
-- by name. The policies' own plan joins a line of the lists to each step, and asks about it again, before thirty are shown.
create or replace function steps_due(by_day date, cases uuid[]) returns table (id uuid, case_id uuid, due_on date)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare agency uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  return query select t.id, t.case_id, t.due_on from (
    select s.id, s.case_id, s.due_on, s.person_id, s.owner_agency_id from step s
    where s.closed_at is null and s.due_on <= by_day and s.responsible_account_id = any(eyes || acting_user())
    union all
    select s.id, s.case_id, s.due_on, s.person_id, s.owner_agency_id from step s
    where s.closed_at is null and s.due_on <= by_day and s.responsible_account_id is null and s.responsible_agency_id = agency
      and s.case_id in (select unnest(cases))) t
  where t.person_id <> all(closed)
    and (select true from access a where a.audience_id = any(eyes) and a.field_group = 'identity' and a.case_id = t.case_id
      and a.until >= current_date limit 1)
    and (t.owner_agency_id = agency or (select true from access a where a.audience_id = any(eyes) and a.field_group = 'plan'
      and a.case_id = t.case_id and a.until >= current_date limit 1));
end $$;
alter function steps_due owner to throughline_rules;
grant execute on function steps_due(date, uuid[]) to throughline_app;
