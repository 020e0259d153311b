-- The names behind ids, for a manager of the agency that answers for the records: there is no case left by which they could be seen.
create or replace function name_records(people uuid[]) returns table (person_id uuid, name text, born_on date, number text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select p.id, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, p.born_on,
    (select value from person_identifier i where i.person_id = p.id and i.type = 'PRISON_NUMBER' order by known_at desc limit 1)
  from person p where p.id = any(people) and is_manager()
    and (p.owner_agency_id = acting_agency() or exists (
      select from sight a where a.person_id = p.id and a.audience_id = any(acting_audiences()) and 'identity' = any(a.reads) and a.until >= current_date))
    and p.id <> all(people_closed())
$$;
alter function name_records owner to throughline_rules;
grant execute on function name_records(uuid[]) to throughline_app;

-- A hold on anybody who was joined into the person counts.
create or replace function is_held(person uuid, today date) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from legal_hold h join person p on p.id = h.person_id
    where person in (p.id, p.merged_into_id) and h.lifted_at is null and (h.until_on is null or h.until_on >= today))
$$;
alter function is_held owner to throughline_rules;
grant execute on function is_held(uuid, date) to throughline_app;

-- One of the agency's managers puts together what is due and not held, once; null when there is nothing. Restricted records and those
-- closed to the manager are left for somebody who may see them.
create or replace function propose_disposal(disposal_id uuid, because text, classes text[], today date, at timestamptz, most int) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare n int;
begin
  if not is_manager() then raise exception 'propose_disposal: not for this account' using errcode = '42501'; end if;
  insert into disposal (id, owner_agency_id, reason, proposed_by, proposed_at) values (disposal_id, acting_agency(), because, acting_user(), at);
  insert into disposal_item (disposal_id, person_id, class, action, owner_agency_id, retention_class)
  select propose_disposal.disposal_id, d.person_id, d.class, d.action, d.owner_agency_id, 'ADMINISTRATION' from retention_due d
  where d.owner_agency_id = acting_agency() and d.due_on <= today and d.action <> 'REVIEW' and d.class::text = any(classes)
    and not is_held(d.person_id, today) and d.person_id <> all(people_closed())
    and not exists (select from disposal_item i join disposal o on o.id = i.disposal_id
      where i.person_id = d.person_id and i.class = d.class and o.done_at is null and o.withdrawn_at is null)
  order by d.due_on, d.person_id limit most;
  get diagnostics n = row_count;
  if n = 0 then delete from disposal where id = disposal_id; end if;
  return n;
end $$;
alter function propose_disposal owner to throughline_rules;
grant execute on function propose_disposal(uuid, text, text[], date, timestamptz, int) to throughline_app;

-- The second person of the same agency; then the days in which it can be taken back begin.
create or replace function approve_disposal(which uuid, at timestamptz) returns timestamptz
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare from_then timestamptz;
begin
  if not is_manager() then raise exception 'approve_disposal: not for this account' using errcode = '42501'; end if;
  update disposal d set approved_by = acting_user(), approved_at = at, execute_from = at + make_interval(days => s.cooling_off_in_days)
  from retention_state s where d.id = which and d.owner_agency_id = acting_agency() and d.proposed_by <> acting_user()
    and d.approved_at is null and d.withdrawn_at is null returning d.execute_from into from_then;
  return from_then;
end $$;
-- Either of them, or another manager, until it begins. @returns whether it was in time.
create or replace function withdraw_disposal(which uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_manager() then raise exception 'withdraw_disposal: not for this account' using errcode = '42501'; end if;
  update disposal set withdrawn_by = acting_user(), withdrawn_at = at
  where id = which and owner_agency_id = acting_agency() and withdrawn_at is null and started_at is null;
  return found;
end $$;
alter function approve_disposal owner to throughline_rules;
alter function withdraw_disposal owner to throughline_rules;
grant execute on function approve_disposal(uuid, timestamptz), withdraw_disposal(uuid, timestamptz) to throughline_app;

-- Marks one as begun, if it may begin, and one after its last item as done. @returns whether there is work to do.
create or replace function begin_disposal(which uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'begin_disposal: not for this account' using errcode = '42501'; end if;
  update disposal set started_at = coalesce(started_at, at)
  where id = which and approved_at is not null and execute_from <= at and withdrawn_at is null and done_at is null;
  return found;
end $$;
create or replace function end_disposal(which uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'end_disposal: not for this account' using errcode = '42501'; end if;
  update disposal d set done_at = at, digest = (select encode(sha256(convert_to(coalesce(string_agg(
      i.person_id || i.class::text || i.state || coalesce(i.digest, ''), '|' order by i.person_id, i.class), ''), 'UTF8')), 'hex')
    from disposal_item i where i.disposal_id = which)
  where d.id = which and d.started_at is not null and d.done_at is null and not exists (
    select from disposal_item i where i.disposal_id = which and i.state = 'WAITING');
  return found;
end $$;
alter function begin_disposal owner to throughline_rules;
alter function end_disposal owner to throughline_rules;
grant execute on function begin_disposal(uuid, timestamptz), end_disposal(uuid, timestamptz) to throughline_app;
