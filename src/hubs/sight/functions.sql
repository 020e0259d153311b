-- The hubs that the acting agency runs or has a desk in: all that a policy about hubs asks.
-- In plpgsql, which keeps its plan and asks once who acts: an open board asks this for each of its tables.
create or replace function my_hubs() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare agency uuid := acting_agency();
begin
  return array(select h.id from hub h where h.closed_at is null and (h.agency_id = agency
    or exists (select from hub_desk d where d.hub_id = h.id and d.agency_id = agency and d.ended_at is null)));
end $$;
alter function my_hubs owner to throughline_rules;
grant execute on function my_hubs() to throughline_app, throughline_rules;

-- Whether an agency may see one part of somebody's case, asked by whoever sees that part themselves: what is said on the spot goes to
-- no desk that may not read it.
create or replace function desk_may_see(desk uuid, about uuid, part text) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return about <> all(people_closed()) and not exists (select from restricted_record r where r.person_id = about)
    and exists (select from sight x where x.person_id = about and part = any(x.reads) and x.audience_id = any(acting_audiences()) and x.until >= current_date)
    and exists (select from hub_desk d where d.id = desk and d.hub_id = any(my_hubs()) and exists (
      select from sight x where x.person_id = about and part = any(x.reads) and x.until >= current_date and (x.audience_id = d.agency_id
        or x.audience_id in (select t.id from team t where t.agency_id = d.agency_id)
        or x.audience_id in (select a.id from account a where a.agency_id = d.agency_id and a.disabled_at is null))));
end $$;
alter function desk_may_see owner to throughline_rules;
grant execute on function desk_may_see(uuid, uuid, text) to throughline_app;

-- A second desk that wants to see somebody who waits already joins their line: one visit instead of two.
create or replace function join_hub_line(line uuid, desk uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update hub_ticket t set joined_desk_ids = array_append(t.joined_desk_ids, desk), version = t.version + 1
  where t.id = line and t.ended_at is null and t.desk_id <> desk and desk <> all(t.joined_desk_ids) and t.hub_id = any(my_hubs())
    and exists (select from hub_desk d where d.id = desk and d.hub_id = t.hub_id and d.ended_at is null);
  return found;
end $$;
alter function join_hub_line owner to throughline_rules;
grant execute on function join_hub_line(uuid, uuid) to throughline_app;

-- The next number of the day, one after the other however many come at once.
create or replace function hub_ticket_numbered() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('hub_ticket ' || new.hub_id::text));
  new.number := (select coalesce(max(number), 0) + 1 from hub_ticket where hub_id = new.hub_id and on_day = new.on_day);
  return new;
end $$;
alter function hub_ticket_numbered owner to throughline_rules;
create or replace trigger hub_ticket_numbered before insert on hub_ticket for each row execute function hub_ticket_numbered();

-- Tells the open boards and screens of a hub, by its id and nothing more, on the channel that open pages listen to.
create or replace function hub_changed() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_notify('case', new.hub_id::text);
  return null;
end $$;
create or replace trigger hub_queue_changed after insert or update on hub_ticket for each row execute function hub_changed();
create or replace trigger hub_people_changed after insert or update on hub_presence for each row execute function hub_changed();
create or replace trigger hub_desks_changed after insert or update on hub_desk for each row execute function hub_changed();
create or replace trigger hub_screen_ended after update of ended_at on hub_screen for each row execute function hub_changed();

-- A desk that is in or out on one day.
create or replace function hub_desk_day_changed() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_notify('case', (select d.hub_id from hub_desk d where d.id = new.desk_id)::text);
  return null;
end $$;
create or replace trigger hub_desk_day_changed after insert or update on hub_desk_day for each row execute function hub_desk_day_changed();

-- At midnight: whoever was still in the queue left, and nobody wrote it down; names of people who are not in the record go, screens end.
create or replace function close_hub_days(today date, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare n int;
begin
  if not is_system() then raise exception 'close_hub_days: for the system alone' using errcode = '42501'; end if;
  update hub_ticket set state = 'NOT_RECORDED', ended_at = at, version = version + 1 where ended_at is null and on_day < today;
  get diagnostics n = row_count;
  delete from hub_hand_off h using hub_ticket t where t.id = h.ticket_id and t.on_day < today and h.person_id is null;
  delete from hub_visitor v using hub_ticket t where t.id = v.ticket_id and t.on_day < today and v.person_id is null;
  update hub_presence set left_at = at where left_at is null and on_day < today;
  update hub_screen set ended_at = at where ended_at is null and ends_at <= at;
  delete from hub_screen where ends_at < at - interval '7 days';
  return n;
end $$;
alter function close_hub_days owner to throughline_rules;
grant execute on function close_hub_days(date, timestamptz) to throughline_app;
