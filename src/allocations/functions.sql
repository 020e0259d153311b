-- What the rule says of one case, as the fact that decides. A fact that is not known leaves it open; no reader weighs it twice.
create or replace function management_reason(rule management_rule, risk text, chosen text, is_recalled boolean, release_on date, today date)
returns text language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case
    when chosen is not null then 'CHOSEN_' || chosen
    when array_position(array['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'], risk)
      >= array_position(array['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'], rule.full_from_risk) then 'RISK'
    when rule.full_when_recalled and is_recalled then 'RECALLED'
    when release_on >= today + make_interval(months => rule.full_from_months) then 'TIME'
    when risk is null then 'RISK_UNKNOWN'
    when release_on is null then 'DATE_UNKNOWN'
    else 'LOWER' end
$$;
alter function management_reason owner to throughline_rules;
grant execute on function management_reason(management_rule, text, text, boolean, date, date) to throughline_app;

-- How much each worker of the acting agency holds. Definer, because a manager sees the list level of cases and not the risk that weighs
-- them: numbers, wings and days, for managers alone. What is not known weighs as the heavier of the two.
create or replace function worker_loads(today date) returns table (account_id uuid, name text, cases int, points int, most_points int,
  hours_per_week int, works_on int[], languages text[], wings text[], team_ids uuid[], away_until date, cover_name text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare closed uuid[] := people_closed();
begin
  if not is_manager() then raise exception 'worker_loads: not for this account' using errcode = '42501'; end if;
  return query
  with held as (
    select p.account_id, p.case_id, min(s.wing) as wing, min(case when management_reason(r, m.risk, m.chosen, s.is_recalled, s.release_on, today)
      in ('LOWER', 'CHOSEN_KEY_WORK') then r.key_work_points else r.full_points end) as points
    from case_party p join case_summary s on s.case_id = p.case_id and s.is_open join management_rule r on r.replaced_at is null
    left join case_management m on m.case_id = p.case_id and m.replaced_at is null
    where p.agency_id = acting_agency() and p.relationship = 'ALLOCATED' and p.until_on is null and p.role not in ('DEPUTY', 'SUPPORT')
      and s.person_id <> all(closed) -- nor may a number say that there is somebody more (T6)
    group by 1, 2
  ), summed as (
    select h.account_id, count(*)::int as cases, sum(h.points)::int as points, array_agg(distinct h.wing) filter (where h.wing is not null) as wings
    from held h group by 1)
  select a.id, a.name, coalesce(h.cases, 0), coalesce(h.points, 0), c.most_points, c.hours_per_week, c.works_on, coalesce(c.languages, '{}'),
    coalesce(h.wings, '{}'), array(select t.team_id from team_member t where t.account_id = a.id), w.until_on, v.name
  from account a left join summed h on h.account_id = a.id left join worker_capacity c on c.account_id = a.id
  left join lateral (select until_on, cover_account_id from worker_absence b where b.account_id = a.id and b.ended_at is null
    and today between b.from_on and b.until_on order by b.until_on desc limit 1) w on true
  left join account v on v.id = w.cover_account_id
  where a.agency_id = acting_agency() and a.disabled_at is null and not a.is_integration and a.roles && array['WORKER', 'MANAGER']
  order by a.name collate "C", a.id;
end $$;
alter function worker_loads owner to throughline_rules;
grant execute on function worker_loads(date) to throughline_app;

-- Until when the named workers of a case are away and who stands in, for whoever sees who works with the person. Never why.
create or replace function who_is_away(about_case uuid, today date) returns table (account_id uuid, until_on date, cover_name text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from sight a where a.case_id = about_case and 'identity' = any(a.reads) and a.audience_id = any(acting_audiences())
    and a.until >= current_date and a.person_id <> all(people_closed())) then return; end if;
  return query select b.account_id, max(b.until_on), min(v.name)
  from case_party p join worker_absence b on b.account_id = p.account_id and b.ended_at is null and today between b.from_on and b.until_on
  left join account v on v.id = b.cover_account_id
  where p.case_id = about_case and p.until_on is null group by 1;
end $$;
alter function who_is_away owner to throughline_rules;
grant execute on function who_is_away(uuid, date) to throughline_app;

-- For whom the acting account stands in: names and days, of the absences that name it.
create or replace function covers_now(today date) returns table (account_id uuid, name text, until_on date)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.name, max(b.until_on) from worker_absence b join account a on a.id = b.account_id
  where b.cover_account_id = acting_user() and b.ended_at is null and today between b.from_on and b.until_on group by 1, 2
$$;
alter function covers_now owner to throughline_rules;
grant execute on function covers_now(date) to throughline_app;

-- How many people of the acting agency have nobody named on their case, inside (key worker) or outside (community offender manager):
-- a number, from indexes alone, of cases that the reader sees, and no more than is asked for: the first page needs to know that they are
-- many, not how many. The policies' own plan would ask about all that the reader sees.
drop function if exists count_unallocated(boolean); -- it takes more
create or replace function count_unallocated(inside boolean, most int) returns int
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set enable_nestloop = off set enable_hashjoin = off set enable_hashagg = off as $$ -- both indexes are in the order of cases: walked side by side, they end at the last one counted
declare agency uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  if inside then
    return (select count(*) from (
      select from (
        select s.case_id, s.person_id from case_summary s where s.is_open and s.died_on is null and s.key_worker_id is null
          and exists (select from case_party p where p.case_id = s.case_id and p.agency_id = agency and p.until_on is null
            and p.relationship in ('CUSTODY', 'SUPERVISION')) offset 0) u -- first whose they are, then who sees them
      where u.person_id <> all(closed) and (select true from sight a where a.audience_id = any(eyes) and 'identity' = any(a.reads)
        and a.case_id = u.case_id and a.until >= current_date limit 1)
      limit most) seen);
  end if;
  return (select count(*) from (
      select from (
        select s.case_id, s.person_id from case_summary s where s.is_open and s.died_on is null and s.community_manager_id is null
          and exists (select from case_party p where p.case_id = s.case_id and p.agency_id = agency and p.until_on is null
            and p.relationship in ('CUSTODY', 'SUPERVISION')) offset 0) u -- first whose they are, then who sees them
      where u.person_id <> all(closed) and (select true from sight a where a.audience_id = any(eyes) and 'identity' = any(a.reads)
        and a.case_id = u.case_id and a.until >= current_date limit 1)
      limit most) seen);
end $$;
alter function count_unallocated owner to throughline_rules;
grant execute on function count_unallocated(boolean, int) to throughline_app;
