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
      and (e.agency_id = agency or (select true from sight a where a.audience_id = any(eyes) and e.field_group = any(a.reads)
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
      and (select true from sight a where a.audience_id = any(eyes) and 'identity' = any(a.reads) and a.case_id = s.case_id
        and a.until >= current_date limit 1)
    limit most) q);
end $$;
alter function count_quiet owner to throughline_rules;
grant execute on function count_quiet(date, int) to throughline_app;

-- Open steps that are due between two days, the first of them and no more than are asked for: those of the acting account and of whom it stands
-- in for, and, in some cases, its agency's that nobody has by name. The policies' own plan joins a line of the lists to each of thousands, and
-- asks about it again, before thirty are shown.
drop function if exists steps_due(date, uuid[]); -- which counted them all
create or replace function steps_due(from_day date, by_day date, cases uuid[], most int) returns table (id uuid, case_id uuid, due_on date)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare agency uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  return query select t.id, t.case_id, t.due_on from (
    select own.* from (select distinct unnest(eyes || acting_user()) as account) a cross join lateral (
      select s.id, s.case_id, s.due_on from step s
      where s.closed_at is null and s.responsible_account_id = a.account and s.due_on between from_day and by_day and s.person_id <> all(closed)
        and (select true from sight x where x.audience_id = any(eyes) and 'identity' = any(x.reads) and x.case_id = s.case_id
          and x.until >= current_date limit 1)
        and (s.owner_agency_id = agency or (select true from sight x where x.audience_id = any(eyes) and 'plan' = any(x.reads)
          and x.case_id = s.case_id and x.until >= current_date limit 1))
      order by s.due_on, s.id limit most) own
    union all
    select s.id, s.case_id, s.due_on from step s
    where s.closed_at is null and s.due_on between from_day and by_day and s.responsible_account_id is null and s.responsible_agency_id = agency
      and s.case_id in (select unnest(cases)) and s.person_id <> all(closed)
      and (select true from sight x where x.audience_id = any(eyes) and 'identity' = any(x.reads) and x.case_id = s.case_id
        and x.until >= current_date limit 1)
      and (s.owner_agency_id = agency or (select true from sight x where x.audience_id = any(eyes) and 'plan' = any(x.reads)
        and x.case_id = s.case_id and x.until >= current_date limit 1))) t
  order by t.due_on, t.id limit most;
end $$;
alter function steps_due owner to throughline_rules;
grant execute on function steps_due(date, date, uuid[], int) to throughline_app;
