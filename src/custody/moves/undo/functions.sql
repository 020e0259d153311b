-- Takes back what was entered by mistake: the last movement of a person, within a day, by whoever entered it. The row stays, the stay that
-- it began is kept as undone, and who works on the case is as before, but for places that somebody else has by now.
create or replace function movement_undone() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare e jsonb := old.effects;
begin
  perform pg_advisory_xact_lock(hashtextextended('movement ' || new.person_id, 0));
  if old.undone_at is not null or new.undone_by is distinct from acting_user() or old.entered_by is distinct from acting_user()
      or new.undone_at > old.entered_at + interval '24 hours'
      or exists (select from movement m where m.person_id = old.person_id and m.undone_at is null and m.number > old.number) then
    raise exception 'movement: this is not theirs to take back' using errcode = '42501';
  end if;
  update custody set left_on = coalesce(received_on, old.happened_on), left_reason = 'UNDONE', version = version + 1
  where id = (e->>'begun_stay')::uuid and left_on is null;
  update custody set wing = e->>'wing', cell = e->>'cell', received_on = (e->>'received_on')::date, version = version + 1
  where id = (e->>'changed_stay')::uuid;
  update custody k set left_on = null, left_reason = null, version = version + 1
  where k.id = (e->>'ended_stay')::uuid and not exists (select from custody x where x.person_id = k.person_id and x.left_on is null);
  update case_party set until_on = old.happened_on where id = (e->>'begun_party')::uuid and until_on is null;
  update case_party p set until_on = null
  where p.id in (select x::uuid from jsonb_array_elements_text(coalesce(e->'ended_parties', '[]')) x) and not (
    coalesce(p.role, '') in ('KEY_WORKER', 'PRISON_OFFENDER_MANAGER', 'COMMUNITY_OFFENDER_MANAGER', 'LEAD') and exists (
      select from case_party h where h.case_id = p.case_id and h.role = p.role and h.until_on is null));
  update step t set responsible_agency_id = old.from_agency_id, responsible_account_id = null, version = version + 1
  where t.id in (select x::uuid from jsonb_array_elements_text(coalesce(e->'steps', '[]')) x)
    and t.responsible_agency_id = (e->>'heir')::uuid and t.closed_at is null;
  update case_file set owner_agency_id = (e->>'owner_before')::uuid, version = version + 1
  where id = old.case_id and owner_agency_id = (e->>'owner_after')::uuid;
  return null;
end $$;
alter function movement_undone owner to throughline_rules;
create or replace trigger movement_undone after update of undone_at on movement
  for each row when (new.undone_at is not null) execute function movement_undone();

-- What the acting worker entered since then, with the name even where the person has left their sight, so that it can be taken back.
create or replace function movements_entered(since timestamptz) returns table (
  id uuid, case_id uuid, person_id uuid, person_name text, kind text, happened_on date, entered_at timestamptz, undone_at timestamptz, is_last boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select m.id, m.case_id, m.person_id, s.shown_name, m.kind, m.happened_on, m.entered_at, m.undone_at,
    not exists (select from movement n where n.person_id = m.person_id and n.undone_at is null and n.number > m.number)
  from movement m join case_summary s on s.case_id = m.case_id
  where m.entered_by = acting_user() and m.entered_at > since and m.person_id <> all(people_closed())
  order by m.entered_at desc, m.number desc, m.id limit 200;
end $$;
alter function movements_entered owner to throughline_rules;
grant execute on function movements_entered(timestamptz) to throughline_app;

-- Whom the acting worker was named for until a movement took them elsewhere: who, where to and when, and nothing more.
create or replace function people_who_left(since timestamptz) returns table (movement_id uuid, person_name text, kind text, to_name text, happened_on date)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select m.id, s.shown_name, m.kind, y.name, m.happened_on
  from movement m join case_summary s on s.case_id = m.case_id left join agency y on y.id = m.to_agency_id
  where m.from_agency_id = acting_agency() and m.entered_at > since and m.undone_at is null and m.person_id <> all(people_closed())
    and exists (select from case_party p where p.account_id = acting_user()
      and p.id in (select x::uuid from jsonb_array_elements_text(coalesce(m.effects->'ended_parties', '[]')) x))
  order by m.entered_at desc, m.id limit 100;
end $$;
alter function people_who_left owner to throughline_rules;
grant execute on function people_who_left(timestamptz) to throughline_app;
