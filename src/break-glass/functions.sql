-- Opens what there is of a person to one account for an hour, by an exact number. Written down first, found or not; the agency that
-- answers for the record is told in the same transaction. Walls stand, and a barred worker finds nobody.
create or replace function use_break_glass(glass_id uuid, typed text, numbers text[], because text, at timestamptz,
  due timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  reader uuid := acting_user(); agency uuid := acting_agency();
  about uuid; owner uuid; cases uuid[];
  since timestamptz := least(at, now()); -- an hour from now, whatever instant the caller names
begin
  if not exists (select from account a join agency y on y.id = a.agency_id where a.id = reader and a.disabled_at is null
      and not a.is_integration and a.roles && '{WORKER,MANAGER}' and y.kind <> 'charity') then
    raise exception 'use_break_glass: not for this account' using errcode = '42501';
  end if;
  select p.id into about
  from person_identifier i join person p on p.id = i.person_id
  where i.value = any(numbers) and p.merged_into_id is null
    and not exists (select from access_bar b where b.account_id = reader and b.person_id = p.id)
  -- Where two records have the number, the one that the reader does not see.
  order by exists (select from sight x where x.person_id = p.id and x.audience_id = any(acting_audiences()) and x.until >= current_date), p.made_at limit 1;
  select coalesce((select r.owner_agency_id from restricted_record r where r.person_id = about),
    (select c.owner_agency_id from case_file c where c.person_id = about and c.ended_on is null limit 1),
    (select p.owner_agency_id from person p where p.id = about)) into owner;
  cases := array(select id from case_file where person_id = about and ended_on is null);

  insert into break_glass (id, account_id, agency_id, identifier, person_id, reason, used_at, ends_at, review_due_at, owner_agency_id)
  values (glass_id, reader, agency, typed, about, because, since, since + interval '1 hour',
    least(due, since + interval '14 days'), owner);
  perform recompute_sight(cases);
  insert into audit (account_id, agency_id, action, person_ids, case_ids, field_groups, reason, channel, happened_at, details)
  values (reader, agency, 'break-glass', case when about is null then '{}' else array[about] end, cases, '{identity}', because, 'web', at,
    jsonb_build_object('breakGlassId', glass_id));
  insert into alert (account_id, case_id, name, subject_id, agency_id, made_at)
  select distinct w.id, c, 'break-glass.used', glass_id, agency, at
  from unnest(cases) c join account w on w.disabled_at is null and w.id <> reader and (
    (w.agency_id = owner and 'MANAGER' = any(w.roles))
    or w.id in (select p.account_id from case_party p where p.case_id = c and p.until_on is null));
end $$;
alter function use_break_glass owner to throughline_rules;
grant execute on function use_break_glass(uuid, text, text[], text, timestamptz, timestamptz) to throughline_app;

-- Takes away the sight of one's own break-glass, given back early, and for the system that of all whose hour is over.
create or replace function close_break_glass(own uuid, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare people uuid[];
begin
  with closed as (
    update break_glass b set closed_at = at, ends_at = least(b.ends_at, at)
    where b.closed_at is null and ((b.id = own and b.account_id = acting_user()) or (own is null and is_system() and b.ends_at <= at))
    returning b.person_id)
  select array_agg(person_id) into people from closed;
  perform recompute_sight(array(select id from case_file where person_id = any(people) and ended_on is null));
  return coalesce(cardinality(people), 0);
end $$;
alter function close_break_glass owner to throughline_rules;
grant execute on function close_break_glass(uuid, timestamptz) to throughline_app;

-- Reviews that nobody did in time go to the coordinators; marked once.
create or replace function escalate_break_glass(at timestamptz) returns setof uuid
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update break_glass set escalated_at = at
  where is_system() and reviewed_at is null and escalated_at is null and person_id is not null and review_due_at < at
  returning id
$$;
alter function escalate_break_glass owner to throughline_rules;
grant execute on function escalate_break_glass(timestamptz) to throughline_app;
