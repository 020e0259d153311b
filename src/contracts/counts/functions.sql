-- With whom an agency works or worked whose record is closed to somebody of that agency: a bar, a restricted record. Those of merged records too,
-- since each stands for the other. What is counted for all its managers leaves these people out.
create or replace function private.counted_apart(agency uuid) returns uuid[]
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(
    with closed as materialized (
      select b.person_id as id from access_bar b join account a on a.id = b.account_id where a.agency_id = $1
      union
      select r.person_id from restricted_record r where exists (select from case_file f join case_party p on p.case_id = f.id and p.agency_id = $1
        where f.person_id = r.person_id)
    ), kept as materialized (
      select distinct coalesce(p.merged_into_id, p.id) as id from closed c join person p on p.id = c.id
    )
    select id from kept union select p.id from person p join kept k on p.merged_into_id = k.id order by 1);
end $$;
alter function private.counted_apart owner to throughline_rules;

-- Whether the counted numbers leave the right people out still: a mark that changes with whose record is closed to whom.
create or replace function contract_apart_mark() returns text
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (is_system() or is_manager()) then return null; end if;
  return md5(array_to_string(private.counted_apart(acting_agency()), ' '));
end $$;
alter function contract_apart_mark owner to throughline_rules;
grant execute on function contract_apart_mark() to throughline_app;

-- Whom a manager's page counts beside the numbers, at the moment and with its own sight: those who were left out of them, and those whom it sees
-- by its own name or team alone. Nobody whose record is closed to the one who asks.
create or replace function contract_people_apart() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  shut uuid[] := people_closed(); own uuid := acting_agency(); -- asked once, and not of each row that the agency sees
  audiences uuid[] := acting_audiences(); apart uuid[];
begin
  if not is_manager() then return '{}'; end if;
  apart := private.counted_apart(own);
  return array(
    select a.person_id from sight a where a.person_id = any(apart) and 'identity' = any(a.reads) and a.audience_id = any(audiences)
      and a.until >= current_date and a.person_id <> all(shut)
    union
    select a.person_id from sight a where a.audience_id = any(array_remove(audiences, own)) and 'identity' = any(a.reads)
      and a.until >= current_date and a.person_id <> all(shut)
      and not exists (select from sight b where b.person_id = a.person_id and b.audience_id = own and 'identity' = any(b.reads)
        and b.until >= current_date));
end $$;
alter function contract_people_apart owner to throughline_rules;
grant execute on function contract_people_apart() to throughline_app;

-- Counts the contracts of the acting agency anew, or one of them, from what every manager of it sees: what is shared with the agency itself.
create or replace function recount_contracts(which uuid, today date, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare c result_contract; apart uuid[]; counted int := 0;
begin
  if not (is_system() or is_manager()) then return 0; end if;
  apart := private.counted_apart(acting_agency());
  for c in select * from result_contract x where x.agency_id = acting_agency() and ($1 is null or x.id = $1) order by x.id for update loop
    delete from contract_count where contract_id = c.id;
    insert into contract_count (contract_id, result, claimable, not_yet, next_on, not_met, apart_mark, counted_at)
    with opened as materialized (
      select distinct a.person_id, seen.part from sight a cross join lateral unnest(a.reads) as seen(part)
      where a.audience_id = c.agency_id and a.until >= $2 and seen.part in ('identity', 'custody')
    ), claimed as materialized (
      select k.result, k.contract_id, k.person_id, k.source_id from claimed_result k where k.agency_id = c.agency_id and k.freed_at is null
    ), seen as (
      select x.*, (x.result, x.person_id) in (select k.result, k.person_id from claimed k where k.contract_id = c.id)
        or (x.result, x.source_id) in (select k.result, k.source_id from claimed k) as is_claimed
      from contract_results(c.id, $2, array[c.agency_id], null) x join case_file f on f.id = x.case_id
      where x.person_id <> all(apart) and (f.person_id, 'identity') in (select s.person_id, s.part from opened s)
        and (x.result = 'PROGRAMME_COMPLETED' or (f.person_id, 'custody') in (select s.person_id, s.part from opened s))
    )
    select p.contract_id, p.result, count(*) filter (where x.state = 'MET' and not x.is_claimed), count(*) filter (where x.state = 'NOT_YET'),
      min(x.matures_on) filter (where x.state = 'NOT_YET'), count(*) filter (where x.state = 'NOT_MET'), md5(array_to_string(apart, ' ')), $3
    from result_price p left join seen x on x.result = p.result where p.contract_id = c.id group by 1, 2;
    counted := counted + 1;
  end loop;
  return counted;
end $$;
alter function recount_contracts owner to throughline_rules;
grant execute on function recount_contracts(uuid, date, timestamptz) to throughline_app;

-- Agencies that have contracts, for the hour's work.
create or replace function agencies_with_contracts() returns table (agency_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'agencies_with_contracts: not for this account' using errcode = '42501'; end if;
  return query select distinct c.agency_id from result_contract c where c.ended_at is null;
end $$;
alter function agencies_with_contracts owner to throughline_rules;
grant execute on function agencies_with_contracts() to throughline_app;
