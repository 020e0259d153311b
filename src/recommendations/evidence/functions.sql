-- What the record holds about family ties at one prison since a day: numbers alone, for its managers and for coordinators. How many people each
-- is of comes beside it; of fewer than five whoever is no manager of the prison reads "one, of one", which stands for a few
-- (src/recommendations/standing-states.ts). Nobody who is closed to the reader is counted.
create or replace function family_ties_counted(prison uuid, since_on date, until_at timestamptz) returns table (kind text, counted int, people int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  is_own boolean := is_manager() and prison = acting_agency();
  closed uuid[] := coalesce(people_closed(), array(select person_id from restricted_record)); -- of a coordinator nothing says whom
begin
  if not (is_coordinator() or is_own) then
    raise exception 'family_ties_counted: not for this account' using errcode = '42501';
  end if;
  return query select c.kind, case when f.is_few then 1 else c.counted end, case when f.is_few then 1 else c.people end from (
  select 'FAMILY_DAYS' as kind, count(*)::int as counted, 0 as people from family_day d
    where d.agency_id = prison and d.called_off_at is null and d.starts_at >= since_on and d.starts_at <= until_at
  union all
  select 'FAMILY_INVITED', count(*)::int, count(distinct i.person_id)::int from family_day_invitation i join family_day d on d.id = i.family_day_id
    where d.agency_id = prison and d.called_off_at is null and d.starts_at >= since_on and i.family_member_id is not null and i.person_id <> all(closed)
  union all
  select 'FAMILY_CAME', count(*)::int, count(distinct i.person_id)::int from family_day_invitation i join family_day d on d.id = i.family_day_id
    where d.agency_id = prison and d.starts_at >= since_on and i.family_member_id is not null and i.attendance = 'CAME' and i.person_id <> all(closed)
  union all
  select 'FAMILY_CONTACTS', count(*)::int, count(distinct c.person_id)::int from family_contact c
    where c.owner_agency_id = prison and c.happened_on >= since_on and c.person_id <> all(closed)
  union all
  select 'FAMILY_NAMED', count(distinct k.person_id)::int, count(distinct k.person_id)::int
    from custody k join family_member m on m.person_id = k.person_id and m.stopped_at is null
    where k.agency_id = prison and k.left_on is null and k.person_id <> all(closed)) c
  cross join lateral (select not is_own and c.people between 1 and 4 as is_few) f;
end $$;
alter function family_ties_counted owner to throughline_rules;
grant execute on function family_ties_counted(uuid, date, timestamptz) to throughline_app;
