-- All that a kiosk or a wall screen may call, on the login of the person's own door. Each but the first asks for the hash of a
-- 256-bit token, and says nothing without it. None gives a name out.

-- Opens the screen that a worker started. A wrong code counts against every one that waits; the twentieth ends them.
create or replace function enter_hub_screen(code bytea, token bytea, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare found_kind text; most_tries constant int := 20;
begin
  update hub_screen s set token_hash = token, entered_at = at
  where s.id = (select id from hub_screen where code_hash = code and token_hash is null and ended_at is null and code_ends_at > at
    and tries < most_tries order by started_at desc limit 1)
    and s.token_hash is null and s.ended_at is null -- asked again of a row that somebody else was just taking
  returning kind into found_kind;
  if found_kind is null then update hub_screen set tries = tries + 1 where token_hash is null and code_ends_at > at; end if;
  return found_kind;
end $$;
alter function enter_hub_screen owner to throughline_rules;

-- What a screen shows: desks, and the numbers that were called or wait.
create or replace function read_hub_screen(token bytea, at timestamptz, today date) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare s hub_screen;
begin
  select * into s from hub_screen where token_hash = token and ended_at is null and ends_at > at;
  if s.id is null then return null; end if;
  return (select jsonb_build_object('hubId', h.id, 'kind', s.kind, 'name', h.name,
    'desks', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'agency', y.name,
        'isIn', exists (select from hub_presence p where p.desk_id = d.id and p.on_day = today and p.left_at is null)) order by d.name), '[]')
      from hub_desk d join agency y on y.id = d.agency_id where d.hub_id = h.id and d.ended_at is null),
    'tickets', (select coalesce(jsonb_agg(jsonb_build_object('number', t.number, 'state', t.state, 'desk', d.name)
        order by t.state <> 'CALLED', t.called_at desc nulls last, t.number), '[]')
      from hub_ticket t join hub_desk d on d.id = t.desk_id where t.hub_id = h.id and t.on_day = today and t.state in ('CALLED', 'WAITING')))
    from hub h where h.id = s.hub_id);
end $$;
alter function read_hub_screen owner to throughline_rules;

-- Somebody says at the kiosk that they are here. With a prison number that the hub's agency knows it is about that person; the answer
-- is a number of the queue either way, so it tells nobody whether there is a record.
create or replace function arrive_at_hub(token bytea, at timestamptz, today date, desk uuid, said_name text, number text) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare s hub_screen; runs uuid; ticket uuid := gen_random_uuid(); about record; given int;
begin
  select * into s from hub_screen where token_hash = $1 and kind = 'KIOSK' and ended_at is null and ends_at > at;
  if s.id is null or not exists (select from hub_desk d where d.id = desk and d.hub_id = s.hub_id and d.ended_at is null) then return null; end if;
  select agency_id into runs from hub where id = s.hub_id;
  select c.id as case_id, c.person_id into about from person_identifier i join case_file c on c.person_id = i.person_id and c.ended_on is null
    join case_summary m on m.case_id = c.id and m.died_on is null
    where $6 <> '' and i.type = 'PRISON_NUMBER' and i.value = $6 and not exists (select from restricted_record r where r.person_id = i.person_id)
      and exists (select from sight x where x.person_id = i.person_id and 'identity' = any(x.reads) and x.audience_id = runs and x.until >= today)
    order by c.made_at desc limit 1;
  insert into hub_ticket (id, hub_id, on_day, desk_id, source, arrived_at, waiting_since) values (ticket, s.hub_id, today, desk, 'KIOSK', at, at);
  insert into hub_visitor (ticket_id, person_id, case_id, first_name, added_at, owner_agency_id, basis)
  values (ticket, about.person_id, about.case_id, case when about.person_id is null then left(said_name, 40) else '' end, at, runs, 'SELF_REPORT');
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, details)
  values (at, runs, 'alter', array_remove(array[about.person_id], null), array_remove(array[about.case_id], null), array['identity'], 'kiosk',
    jsonb_build_object('events', jsonb_build_array('hub.arrived')));
  select t.number into given from hub_ticket t where t.id = ticket;
  return given;
end $$;
alter function arrive_at_hub owner to throughline_rules;

create or replace function leave_hub_screen(token bytea, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update hub_screen set ended_at = at where token_hash = token and ended_at is null
$$;
alter function leave_hub_screen owner to throughline_rules;

grant execute on function enter_hub_screen(bytea, bytea, timestamptz), read_hub_screen(bytea, timestamptz, date),
  arrive_at_hub(bytea, timestamptz, date, uuid, text, text), leave_hub_screen(bytea, timestamptz) to portal_person;
