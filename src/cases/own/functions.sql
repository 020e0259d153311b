-- The open cases that some of the reader's own audiences see, whoever leaves soonest first: ids alone, the first of each audience from
-- an index that has them in this order. The policies ask about those of one page again.
create or replace function own_cases_by_release(mine uuid[], after uuid, most int) returns table (case_id uuid, place date)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  eyes uuid[] := array(select unnest(mine) intersect select unnest(acting_audiences()));
  closed uuid[] := people_closed();
  after_place date := '-infinity'; after_case uuid := '00000000-0000-0000-0000-000000000000';
begin
  if after is not null then
    select coalesce(s.release_on, 'infinity'), s.case_id into after_place, after_case from case_summary s where s.case_id = after;
    if not found then return; end if;
  end if;
  return query select distinct f.case_id, f.release_on
    from unnest(eyes) as own(audience) cross join lateral (select p.case_id, p.release_on from case_place p
      where p.audience_id = own.audience and p.until >= current_date and (p.release_on, p.case_id) > (after_place, after_case)
        and p.person_id <> all(closed)
      order by p.release_on, p.case_id limit most) f
    order by 2, 1 limit most;
end $$;
alter function own_cases_by_release owner to throughline_rules;
grant execute on function own_cases_by_release(uuid[], uuid, int) to throughline_app;

-- The cases on which the acting account is named, or somebody for whom it stands in, as far as it sees them. Asked case by case: the
-- policy's own plan reads all that the agency sees, to answer for thirty.
create or replace function cases_named_on() returns table (case_id uuid, account_id uuid, role text, since_on date)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  return query select p.case_id, p.account_id, p.role, p.since_on from case_party p
  where p.account_id = any(eyes || acting_user()) and p.until_on is null
    and (select true from sight a where a.audience_id = any(eyes) and 'identity' = any(a.reads) and a.case_id = p.case_id
      and a.until >= current_date and a.person_id <> all(closed) limit 1);
end $$;
alter function cases_named_on owner to throughline_rules;
grant execute on function cases_named_on() to throughline_app;
