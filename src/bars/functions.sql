-- Whose record the acting account may never reach as staff. Asked once a statement.
create or replace function people_barred() returns uuid[]
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select array(select person_id from access_bar where account_id = acting_user())
$$;
alter function people_barred owner to throughline_rules;
grant execute on function people_barred() to throughline_app;

-- Writes a bar for oneself or, as a manager, for a colleague. By a number, by name and date of birth, or by a case that the actor
-- sees. Says nothing: whether there is such a record is what the barred one must not learn.
create or replace function keep_bar(barred uuid, numbers text[], given text, family text, born date, seen_case uuid, bar_kind text,
  bar_reason text, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare found uuid[];
begin
  if barred <> acting_user() and not (is_manager() and exists (
      select from account a where a.id = barred and a.agency_id = acting_agency())) then
    raise exception 'keep_bar: not for this account' using errcode = '42501';
  end if;
  select array_agg(distinct coalesce(p.merged_into_id, p.id)) into found from person p
  where p.id in (select i.person_id from person_identifier i where i.value = any(numbers))
    or (family <> '' and p.born_on = born and lower(p.given_name) = lower(given) and lower(p.family_name) = lower(family))
    or p.id in (select a.person_id from access a where a.case_id = seen_case and a.audience_id = any(acting_audiences())
      and a.until >= current_date and a.person_id <> all(people_barred()));
  if found is null then return; end if;
  insert into access_bar (account_id, person_id, reason, kind, made_by, made_at)
  select barred, f, bar_reason, bar_kind, acting_user(), at from unnest(found) f on conflict do nothing;
  perform recompute_access(array(select id from case_file where person_id = any(found) and ended_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', found, '{identity}', 'web', at, jsonb_build_object('barred', barred, 'kind', bar_kind));
end $$;
alter function keep_bar owner to throughline_rules;
grant execute on function keep_bar(uuid, text[], text, text, date, uuid, text, text, timestamptz) to throughline_app;

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
  perform recompute_access(array(select id from case_file where person_id = person and ended_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', array[person], '{identity}', 'web', at, jsonb_build_object('unbarred', barred));
  return true;
end $$;
alter function lift_bar owner to throughline_rules;
grant execute on function lift_bar(uuid, uuid, timestamptz) to throughline_app;
