-- Says under what purpose and basis somebody looked or wrote (T10), those that the case was opened under, and then chains the row to
-- its shard: one update of the shard's head, whose lock falls with the commit. A transaction keeps to a shard of its own number and
-- takes another when somebody holds it, so that nobody waits for anybody but in the last resort. Who has a shard is told by an advisory
-- lock, which costs less than to look for a row that is free; should somebody hold one for nothing, the update itself still waits its turn.
create or replace function audit_chained() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  words bytea;
  first_shard constant int := (pg_current_xact_id()::text::bigint % 64)::int;
  free_shard int := first_shard;
  turn int := 0;
  last_turn constant int := 4;
  of_shards constant int := 7263404;
  most_cases constant int := 50;
begin
  if new.purpose is null and cardinality(new.case_ids) = 1 then -- nearly always, and on the way of every change
    select c.purpose, a.gateway into new.purpose, new.basis
    from case_file c left join agreement a on a.id = c.opened_under where c.id = new.case_ids[1];
  elsif new.purpose is null and cardinality(new.case_ids) between 2 and most_cases then
    select min(c.purpose), min(a.gateway) into new.purpose, new.basis
    from case_file c left join agreement a on a.id = c.opened_under where c.id = any(new.case_ids) having count(distinct c.purpose) = 1;
  end if;

  -- What is hashed: every column as text, in a fixed order. src/audit/chain.ts writes the same.
  words := convert_to(json_build_array(new.id::text, (extract(epoch from new.happened_at) * 1000000)::bigint::text,
    new.account_id::text, new.agency_id::text, new.session_id::text, new.action, new.person_ids::text, new.case_ids::text,
    new.field_groups::text, new.reason, new.channel, new.request_id, new.outcome, new.details::text, new.on_behalf_of::text,
    new.purpose, new.basis, new.recipients::text)::text, 'UTF8');
  while turn < last_turn and not pg_try_advisory_xact_lock(of_shards, free_shard) loop
    turn := turn + 1;
    free_shard := case when turn < last_turn then (first_shard + turn * 17) % 64 else first_shard end;
  end loop;
  update audit_head h set place = h.place + 1, hash = sha256(h.hash || words) where h.shard = free_shard
  returning h.shard, h.place, h.hash into new.shard, new.place, new.hash;
  return new;
end $$;
alter function audit_chained owner to throughline_rules;
create or replace trigger audit_is_chained before insert on audit for each row execute function audit_chained();
drop trigger if exists audit_is_bound on audit; -- a second trigger cost as much as the row
drop function if exists audit_bound();

-- Whether the acting account has still to say today why it opens a case: in the EU everybody does, once a case and day (T4).
create or replace function owes_reason(which uuid, at timestamptz) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare today text := (at at time zone 'Europe/London')::date;
begin
  if is_system() or exists (select from account where id = acting_user() and is_integration) then return false; end if;
  return not exists (select from audit u where u.account_id = acting_user() and u.happened_at > now() - interval '2 days'
    and u.case_ids @> array[which] and u.reason is not null and u.details->>'opens' = today);
end $$;
alter function owes_reason owner to throughline_rules;
grant execute on function owes_reason(uuid, timestamptz) to throughline_app;

-- Nobody changes what was written down, the rule-keepers included.
create or replace function audit_stands() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'audit: what was written down stands' using errcode = '42501';
end $$;
create or replace trigger audit_stands before update or delete on audit for each row execute function audit_stands();
create or replace trigger audit_stands_whole before truncate on audit for each statement execute function audit_stands();

-- What is signed and kept outside of the database: numbers and hashes, nothing about anybody.
create or replace function audit_heads() returns table (shard smallint, place bigint, hash bytea)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select shard, place, hash from audit_head order by shard
$$;
alter function audit_heads owner to throughline_rules;
grant execute on function audit_heads() to throughline_app;

create or replace function is_auditor() returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account where id = acting_user() and 'AUDITOR' = any(roles) and disabled_at is null)
$$;
alter function is_auditor owner to throughline_rules;
grant execute on function is_auditor() to throughline_app, throughline_rules;

-- Who looked at a person's case, for those who work on all of it and for the person: agency, role, day, purpose and parts (T13).
-- No names, and no row of one look: how often somebody looked in a day is nobody's business. Nor the reason that was typed: it may
-- speak of a victim or of somebody else, and the page is handed to the person.
create or replace function looks_at_case(which uuid, before date, most int)
returns table (day date, agency_id uuid, agency_name text, roles text[], actions text[], parts text[])
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not exists (select from sight a where a.case_id = which and 'notes' = any(a.writes)
      and a.audience_id = any(acting_audiences()) and a.until >= current_date and a.person_id <> all(people_closed())) then
    raise exception 'looks_at_case: not for this account' using errcode = '42501';
  end if;
  return query
    select (u.happened_at at time zone 'Europe/London')::date, u.agency_id, coalesce(y.name, ''), coalesce(c.roles, '{}'),
      array_agg(distinct u.action),
      array(select distinct p from unnest(array_agg(array_to_string(u.field_groups, ','))) g, unnest(string_to_array(g, ',')) p
        where p <> 'intelligence' and exists (select from sight a where a.case_id = which and p = any(a.reads)
          and a.audience_id = any(acting_audiences()) and a.until >= current_date) order by p)
    from audit u left join agency y on y.id = u.agency_id left join account c on c.id = u.account_id
    where u.case_ids @> array[which] and u.action <> 'alter' and u.outcome = 'done'
      and (u.field_groups = '{}' or not u.field_groups <@ array['intelligence']) and (before is null or (u.happened_at at time zone 'Europe/London')::date < before)
    group by 1, 2, 3, c.roles
    order by 1 desc, 3 limit most;
end $$;
alter function looks_at_case owner to throughline_rules;
grant execute on function looks_at_case(uuid, date, int) to throughline_app;

-- The auditor's search. Everything they ask is itself written down by the page.
create or replace function find_audit(filter jsonb, most int)
returns table (id bigint, happened_at timestamptz, account_id uuid, account_name text, agency_name text, action text, outcome text,
  person_ids uuid[], case_ids uuid[], field_groups text[], reason text, channel text, request_id text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  wanted_person uuid[] := case when filter ? 'number' then array(select i.person_id from person_identifier i where i.value = upper(filter->>'number')) end;
begin
  if not is_auditor() then raise exception 'find_audit: not for this account' using errcode = '42501'; end if;
  return query
    select u.id, u.happened_at, u.account_id, coalesce(a.name, ''), coalesce(y.name, ''), u.action, u.outcome, u.person_ids, u.case_ids,
      u.field_groups, u.reason, u.channel, u.request_id
    from audit u left join account a on a.id = u.account_id left join agency y on y.id = u.agency_id
    where (filter->>'before' is null or u.id < (filter->>'before')::bigint)
      and (filter->>'account' is null or u.account_id in (select c.id from account c where lower(c.email) = lower(filter->>'account')))
      and (filter->>'agency' is null or u.agency_id = (filter->>'agency')::uuid)
      and (filter->>'action' is null or u.action = filter->>'action')
      and (filter->>'outcome' is null or u.outcome = filter->>'outcome')
      and (filter->>'from' is null or u.happened_at >= (filter->>'from')::date)
      and (filter->>'to' is null or u.happened_at < (filter->>'to')::date + 1)
      and (wanted_person is null or u.person_ids && wanted_person
        or u.case_ids && array(select f.id from case_file f where f.person_id = any(wanted_person)))
    order by u.id desc limit most;
end $$;
alter function find_audit owner to throughline_rules;
revoke execute on function find_audit(jsonb, int) from throughline_app; -- it had it before there was a login for auditors
grant execute on function find_audit(jsonb, int) to throughline_auditor;
