-- Where somebody stands: what the last movement made of them. A prison list may know more: a stay begun or ended
-- without a movement, or the wing of somebody who was expected.
-- A table of one row with no search path of its own, so that it becomes a part of the statement that asks.
create or replace function private.custody_state(person uuid) returns table (state text)
language sql stable as $$
  select case
    when m.state_after = 'DEAD' then 'DEAD'
    when k.held then case when m.state_after = 'EXPECTED' and k.is_in then 'HELD' when m.state_after in ('EXPECTED', 'HELD', 'AT_COURT', 'ON_TEMPORARY_RELEASE') then m.state_after else 'HELD' end
    when m.state_after is not null or k.was_held then 'RELEASED' else 'NONE' end
  from (select bool_or(left_on is null) as held, bool_or(left_on is null and (received_on is not null or wing <> '')) as is_in, bool_or(left_reason is distinct from 'UNDONE' and left_on is not null) as was_held
      from custody where person_id = person) k
  left join lateral (select state_after from movement where person_id = person and undone_at is null order by number desc limit 1) m on true
$$;
alter function private.custody_state owner to throughline_rules;
revoke all on function private.custody_state(uuid) from public;
create or replace function custody_state_of(person uuid) returns text
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select state from private.custody_state(person)
$$;
alter function custody_state_of owner to throughline_rules;
revoke all on function custody_state_of(uuid) from public;

-- Whether a death is recorded, and was not taken back: reminders and mails about the person stop.
create or replace function has_died(person uuid) returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from movement m where m.person_id = person and m.kind = 'DEATH' and m.undone_at is null)
$$;
alter function has_died owner to throughline_rules;
revoke all on function has_died(uuid) from public;

-- The state table once more, where nobody gets round it (src/custody/moves/movement-states.ts has it with the words).
create or replace function movement_leads_to(state text, kind text) returns text
language sql immutable as $$
  select case when kind = any(case state
      when 'NONE' then array['RECEPTION', 'DEATH'] when 'EXPECTED' then array['RECEPTION', 'TRANSFER', 'DEATH']
      when 'HELD' then array['MOVE', 'TRANSFER', 'COURT_OUT', 'TEMPORARY_RELEASE', 'RELEASE', 'RE_RELEASE', 'DEATH']
      when 'AT_COURT' then array['COURT_BACK', 'RELEASE', 'RE_RELEASE', 'DEATH']
      when 'ON_TEMPORARY_RELEASE' then array['RETURN', 'DEATH'] when 'RELEASED' then array['RECEPTION', 'RECALL', 'DEATH']
      else '{}'::text[] end)
    then case kind when 'TRANSFER' then 'EXPECTED' when 'RECALL' then 'EXPECTED' when 'COURT_OUT' then 'AT_COURT'
      when 'TEMPORARY_RELEASE' then 'ON_TEMPORARY_RELEASE' when 'RELEASE' then 'RELEASED' when 'RE_RELEASE' then 'RELEASED'
      when 'DEATH' then 'DEAD' else 'HELD' end end
$$;
alter function movement_leads_to owner to throughline_rules;
revoke all on function movement_leads_to(text, text) from public;

-- Puts a movement in its order and refuses one that contradicts what is known. One person's movements come one after the other.
create or replace function movement_weighed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare held custody; last_on date;
begin
  perform pg_advisory_xact_lock(hashtextextended('movement ' || new.person_id, 0));
  select * into held from custody k where k.person_id = new.person_id and k.left_on is null;
  select m.happened_on into last_on from movement m where m.person_id = new.person_id and m.undone_at is null order by m.number desc limit 1;
  new.number := (select coalesce(max(m.number), 0) + 1 from movement m where m.person_id = new.person_id);
  new.state_before := custody_state_of(new.person_id);
  new.state_after := movement_leads_to(new.state_before, new.kind);
  new.from_agency_id := held.agency_id;
  new.effects := '{}'; new.came_with := '[]'; new.undone_at := null; new.undone_by := null;
  if new.state_after is null or new.happened_on < last_on or (new.kind = 'RE_RELEASE') <> (coalesce(held.is_recalled, false) and new.kind in ('RELEASE', 'RE_RELEASE')) then
    raise exception 'movement: it contradicts what is known' using errcode = '23514', constraint = 'movement_contradicts';
  end if;
  if new.kind not in ('DEATH', 'RECALL') and acting_agency() is distinct from
      (case when new.kind = 'RECEPTION' then new.to_agency_id else held.agency_id end) then
    raise exception 'movement: another prison says this' using errcode = '42501';
  end if;
  return new;
end $$;
alter function movement_weighed owner to throughline_rules;
create or replace trigger movement_weighed before insert on movement for each row execute function movement_weighed();

-- What a movement does: the stay, who works on the case, and what was left undone goes along. Written down so that it can be taken back.
create or replace function movement_applied() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  held custody; e jsonb := '{}'; ended uuid[] := '{}'; begun uuid; made uuid; came jsonb := '[]'; steps uuid[]; heir uuid;
begin
  select * into held from custody k where k.person_id = new.person_id and k.left_on is null for update;
  if new.kind in ('TRANSFER', 'RELEASE', 'RE_RELEASE', 'DEATH') and held.id is not null then
    update custody set left_on = new.happened_on, left_reason = new.kind, version = version + 1 where id = held.id;
    e := e || jsonb_build_object('ended_stay', held.id);
  elsif new.kind in ('MOVE', 'RECEPTION') and held.id is not null then
    if new.kind = 'RECEPTION' and held.agency_id <> new.to_agency_id then
      raise exception 'movement: expected at another prison' using errcode = '42501';
    end if;
    update custody set wing = new.wing, cell = new.cell, received_on = case when new.kind = 'RECEPTION' then new.happened_on else received_on end,
      source = new.source, known_at = new.entered_at, version = version + 1 where id = held.id;
    e := e || jsonb_build_object('changed_stay', held.id, 'wing', held.wing, 'cell', held.cell, 'received_on', held.received_on);
  end if;
  if new.kind in ('TRANSFER', 'RECALL') or (new.kind = 'RECEPTION' and held.id is null) then
    insert into custody (person_id, agency_id, wing, cell, received_on, is_recalled, legal_status, source, known_at, owner_agency_id)
    values (new.person_id, new.to_agency_id, new.wing, new.cell, case when new.kind = 'RECEPTION' then new.happened_on end,
      case new.kind when 'RECALL' then true when 'TRANSFER' then coalesce(held.is_recalled, false) else false end,
      case when new.kind = 'TRANSFER' then held.legal_status end, new.source, new.entered_at, new.owner_agency_id) returning id into made;
    e := e || jsonb_build_object('begun_stay', made);
  end if;

  if new.kind = 'TRANSFER' then
    heir := new.to_agency_id;
  elsif new.kind in ('RELEASE', 'RE_RELEASE') then -- nobody goes out into nobody's hands: without an area the prison stays on the case
    heir := (select p.agency_id from case_party p where p.case_id = new.case_id and p.relationship = 'SUPERVISION' and p.until_on is null
      and p.agency_id <> held.agency_id order by p.since_on desc limit 1);
  end if;
  if new.to_agency_id is not null and not exists (select from case_party p where p.case_id = new.case_id and p.agency_id = new.to_agency_id
      and p.relationship = 'CUSTODY' and p.until_on is null) then
    insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id)
    values (new.case_id, new.to_agency_id, 'CUSTODY', new.happened_on, new.owner_agency_id) returning id into begun;
    e := e || jsonb_build_object('begun_party', begun);
  end if;
  if heir is not null then
    came := private.work_left_by(new.case_id, held.agency_id); -- before it is handed on
    with steps_gone as (update step t set responsible_agency_id = heir, responsible_account_id = null, version = version + 1
      where t.case_id = new.case_id and t.responsible_agency_id = held.agency_id and t.closed_at is null returning t.id)
    select coalesce(array_agg(id), '{}') into steps from steps_gone;
    with gone as (update case_party p set until_on = greatest(p.since_on, new.happened_on)
      where p.case_id = new.case_id and p.agency_id = held.agency_id and p.until_on is null and p.cause_id is null
        and p.relationship in ('CUSTODY', 'TEAM', 'ALLOCATED') returning p.id)
    select coalesce(array_agg(id), '{}') into ended from gone;
    e := e || jsonb_build_object('ended_parties', ended, 'steps', steps, 'heir', heir);
    update case_file set owner_agency_id = heir, version = version + 1 where id = new.case_id and owner_agency_id = held.agency_id;
    if found then e := e || jsonb_build_object('owner_before', held.agency_id, 'owner_after', heir); end if;
  end if;
  update movement set effects = e, came_with = came where id = new.id;
  return null;
end $$;
alter function movement_applied owner to throughline_rules;
create or replace trigger movement_applied after insert on movement for each row execute function movement_applied();

-- What is unfinished and was this agency's: ids, codes and days. What is marked sensitive is left out; its owner keeps it.
create or replace function private.work_left_by(about_case uuid, agency uuid) returns jsonb
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(w) order by w.kind, w."dueOn" nulls last, w.id), '[]') from (
    (select 'STEP' as kind, t.id, t.pathway, t.due_on as "dueOn" from step t where t.case_id = about_case and t.responsible_agency_id = agency
      and t.closed_at is null and t.sensitivity = 'STANDARD' limit 200)
    union all
    (select 'APPOINTMENT', a.id, a.pathway, (a.starts_at at time zone 'Europe/London')::date from appointment a where a.case_id = about_case
      and a.with_agency_id = agency and a.cancelled_at is null and a.attendance is null and a.sensitivity = 'STANDARD' and a.starts_at > now() limit 200)
    union all
    (select 'REFERRAL', r.id, r.pathway, r.needed_by_on from referral r where r.case_id = about_case and r.from_agency_id = agency
      and r.status in ('SENT', 'RECEIVED') and r.sensitivity = 'STANDARD' limit 200)
    union all
    (select 'KEY_WORKER', p.account_id, null, null from case_party p where p.case_id = about_case and p.agency_id = agency
      and p.until_on is null and p.role = 'KEY_WORKER')) as w
$$;
alter function private.work_left_by owner to throughline_rules;
revoke all on function private.work_left_by(uuid, uuid) from public;
