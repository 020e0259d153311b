-- Whose record the acting account may never reach as staff. Asked once a statement.
create or replace function people_barred() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$ -- which keeps its plan: every policy asks
declare reader uuid := acting_user();
begin
  return array(select person_id from access_bar where account_id = reader);
end $$;
alter function people_barred owner to throughline_rules;
grant execute on function people_barred() to throughline_app;

-- Writes a bar for oneself or, as a manager, for a colleague. By a number, or by name and date of birth. Says
-- nothing: whether there is such a record is what the barred one must not learn.
create or replace function keep_bar(barred uuid, numbers text[], given text, family text, born date, bar_kind text, bar_reason text,
  at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare found uuid[];
begin
  if barred <> acting_user() and not (is_manager() and exists (
      select from account a where a.id = barred and a.agency_id = acting_agency())) then
    raise exception 'keep_bar: not for this account' using errcode = '42501';
  end if;
  select array_agg(distinct coalesce(p.merged_into_id, p.id)) into found from person p
  where p.id in (select i.person_id from person_identifier i where i.value = any(numbers))
    or (family <> '' and p.born_on = born and lower(p.given_name) = lower(given) and lower(p.family_name) = lower(family));
  if found is null then return; end if;
  insert into access_bar (account_id, person_id, reason, kind, made_by, made_at)
  select barred, f, bar_reason, bar_kind, acting_user(), at from unnest(found) f on conflict do nothing;
  perform recompute_sight(array(select id from case_file where person_id = any(found) and ended_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', found, '{identity}', 'web', at, jsonb_build_object('barred', barred, 'kind', bar_kind));
end $$;
alter function keep_bar owner to throughline_rules;
grant execute on function keep_bar(uuid, text[], text, text, date, text, text, timestamptz) to throughline_app;

-- A manager lifts the bar of a colleague, never of themself.
create or replace function lift_bar(barred uuid, person uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if barred = acting_user() or not is_manager() or not exists (
      select from account a where a.id = barred and a.agency_id = acting_agency()) then
    raise exception 'lift_bar: not for this account' using errcode = '42501';
  end if;
  delete from access_bar where account_id = barred and person_id = person;
  if not found then return false; end if;
  perform recompute_sight(array(select id from case_file where person_id = person and ended_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', array[person], '{identity}', 'web', at, jsonb_build_object('unbarred', barred));
  return true;
end $$;
alter function lift_bar owner to throughline_rules;
grant execute on function lift_bar(uuid, uuid, timestamptz) to throughline_app;

-- Two records of one person have the same walls: bars and lists of either close both, and stay when the join is undone.
create or replace function walls_follow_merge() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare both_ids uuid[] := array[new.id, new.merged_into_id];
begin
  insert into access_bar (account_id, person_id, reason, kind, made_by, made_at)
  select b.account_id, p, b.reason, b.kind, b.made_by, b.made_at from access_bar b cross join unnest(both_ids) p
  where b.person_id = any(both_ids) on conflict do nothing;
  with copied as (
    insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id, sensitivity)
    select p, r.reason, r.made_by, r.made_at, r.owner_agency_id, r.sensitivity
    from restricted_record r cross join unnest(both_ids) p where r.person_id = any(both_ids)
    on conflict do nothing returning person_id)
  insert into restricted_reader (person_id, account_id, owner_agency_id, sensitivity)
  select c.person_id, x.account_id, x.owner_agency_id, x.sensitivity
  from copied c join restricted_reader x on x.person_id = any(both_ids) and x.person_id <> c.person_id;
  perform recompute_sight(array(select id from case_file where person_id = any(both_ids) and ended_on is null));
  return null;
end $$;
alter function walls_follow_merge owner to throughline_rules;
create or replace trigger walls_follow_merge after update of merged_into_id on person
  for each row when (new.merged_into_id is not null) execute function walls_follow_merge();
