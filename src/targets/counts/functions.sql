-- Whether two counts are apart by so few that one taken from the other tells of them (fewest in src/targets/shown.ts).
create or replace function private.few_apart(one target_told, people int, engagements int, of_all int) returns boolean
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select abs(one.people - $2) between 1 and 4 or abs(one.engagements - $3) between 1 and 4
    or abs((one.of_all - one.engagements) - ($4 - $3)) between 1 and 4
$$;

-- Tells other agencies what was counted once it is of enough people, and apart by enough from all that they were told of this target, and were
-- last told of another that counts the same of the same agency, or of everybody: a second target that begins a day later tells of a day.
create or replace function private.tell_target(t target, at timestamptz) returns void
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare
  c record;
  is_first boolean := not exists (select from target_told x where x.target_id = t.id and x.definition = t.definition
    and x.counted_agency_id is not distinct from t.counted_agency_id and x.since_on = t.since_on);
begin
  for c in select least((n.month + interval '1 month - 1 day')::date, (at at time zone 'Europe/London')::date) as day, n.*
      from target_count n where n.target_id = t.id order by n.month desc loop
    if c.people + c.engagements + c.of_all > 0 and not (case when t.measure = 'SHARE' then c.of_all between 1 and 29 or c.engagements between 1 and 4 or c.of_all - c.engagements between 1 and 4
          else c.people between 1 and 4 or c.engagements between 1 and 4 end)
        and not exists (select from target_told x where x.target_id = t.id and private.few_apart(x, c.people, c.engagements, c.of_all))
        and not exists (select from target o cross join lateral (select x from target_told x where x.target_id = o.id and x.definition = t.definition
            and (x.counted_agency_id is not distinct from t.counted_agency_id or x.counted_agency_id is null or t.counted_agency_id is null)
            order by x.day desc, x.id desc limit 1) l where o.id <> t.id and private.few_apart(l.x, c.people, c.engagements, c.of_all)) then
      insert into target_told (target_id, day, definition, counted_agency_id, since_on, delivered, of_all, people, engagements, told_at)
      values (t.id, c.day, t.definition, t.counted_agency_id, t.since_on, c.delivered, c.of_all, c.people, c.engagements, at);
    end if;
    exit when not is_first; -- months that are over change with what comes in late, and stand as they were told
  end loop;
end $$;
alter function private.few_apart owner to throughline_rules;
alter function private.tell_target owner to throughline_rules;
revoke all on function private.few_apart(target_told, int, int, int), private.tell_target(target, timestamptz) from public;

-- Counts every target anew from the rows, or one, or those of some definitions: what was delivered by the end of each month since it began. Months change as rows do:
-- what was entered late counts in the month in which it happened. @returns how many targets were counted.
create or replace function recount_targets(only_target uuid, only_definitions text[], today date, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  t target; counted int := 0;
begin
  if not (is_system() or is_coordinator() or is_manager()) then return 0; end if;
  for t in select * from target x where x.retired_at is null and x.since_on <= $3 and ($1 is null or x.id = $1)
    and ($2 is null or x.definition = any($2)) order by x.id for update loop
    delete from target_count where target_id = t.id;
    insert into target_count (target_id, month, delivered, of_all, people, engagements, counted_at)
    with counted as materialized (
      select r.person_id, date_trunc('month', r.happened_on)::date as month, r.amount, r.is_met from counted_rows(t.definition, t.counted_agency_id, t.since_on, $3) r
    ), months as (
      select generate_series(date_trunc('month', t.since_on), date_trunc('month', $3), interval '1 month')::date as month
    ), rows_in as (
      select c.month, count(*) as n, count(*) filter (where c.is_met) as met, sum(c.amount) filter (where c.is_met) as amount from counted c group by 1
    ), first_in as (
      select f.month, count(*) as n from (select c.person_id, min(c.month) as month from counted c where c.is_met and c.person_id is not null group by 1) f group by 1
    ), sums as (
      select m.month, coalesce(sum(r.n) over w, 0) as n, coalesce(sum(r.met) over w, 0) as met, coalesce(sum(r.amount) over w, 0) as amount,
        coalesce(sum(f.n) over w, 0) as people
      from months m left join rows_in r using (month) left join first_in f using (month) window w as (order by m.month)
    )
    select t.id, s.month,
      case t.measure when 'PEOPLE' then s.people when 'ROWS' then s.met when 'AMOUNT' then s.amount
        else case when s.n = 0 then 0 else round(100 * s.met / s.n, 1) end end,
      s.n, s.people, s.met, $4
    from sums s;
    perform private.tell_target(t, $4);
    counted := counted + 1;
  end loop;
  return counted;
end $$;
alter function recount_targets owner to throughline_rules;
grant execute on function recount_targets(uuid, text[], date, timestamptz) to throughline_app;
