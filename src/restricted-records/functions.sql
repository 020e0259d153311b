-- Whose rows are closed to the acting account though its agency wrote them: the barred, and restricted records whose list does
-- not name it. The system acts for agencies, not for readers: its clock goes on. Null, and so every row about people is closed, to who
-- works for the agency without working with its cases: mentors, treasurers, operators, administrators, coordinators, auditors (T3, T8).
--
-- Every policy about people asks this, dozens of times for a page: the answer is kept for the transaction, signed, so that no SQL that
-- somebody smuggles in can say it instead, and bound to who acts and to this transaction, so that no other one's is taken. What is signed
-- has always one bar more than an identity, whatever somebody puts into it: neither passes for the other.
create or replace function people_closed() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  identity text := nullif(current_setting('app.identity', true), '');
  kept text[] := string_to_array(current_setting('app.closed', true), '|'); -- the list, its signature
  bound text := concat_ws('|', 'closed', 'to', coalesce(identity, ''), extract(epoch from transaction_timestamp()), '');
  key private.identity_key;
  signed text[];
  reader uuid;
  closed uuid[];
  list text;
begin
  select * into key from private.identity_key;
  if cardinality(kept) = 2 and kept[2] = encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(bound || kept[1], 'UTF8'))), 'hex') then
    return case when kept[1] <> 'everybody' then kept[1]::uuid[] end;
  end if;
  signed := private.verified(identity); -- user, agency, audiences
  reader := nullif(signed[1], '')::uuid;
  if reader = '00000000-0000-7000-8000-000000000001' then
    closed := '{}';
  elsif not exists (select from private.caseless(reader)) then
    closed := private.withheld_from(reader, coalesce(string_to_array(nullif(signed[3], ''), ',')::uuid[], '{}'));
  end if;
  list := coalesce(closed::text, 'everybody');
  perform set_config('app.closed', list || '|' || encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(bound || list, 'UTF8'))), 'hex'), true);
  return closed;
end $$;
alter function people_closed owner to throughline_rules;
grant execute on function people_closed() to throughline_app;
drop function if exists private.keep_closed(text, text); -- what an older release signed with

-- What the answer is made of has changed: it is asked anew, within the same transaction too.
create or replace function closed_changed() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  perform set_config('app.closed', '', true);
  return null;
end $$;
alter function closed_changed owner to throughline_rules;
create or replace trigger closed_changed after insert or update or delete on restricted_record for each statement execute function closed_changed();
create or replace trigger closed_changed after insert or update or delete on restricted_reader for each statement execute function closed_changed();
create or replace trigger closed_changed after insert or update or delete on access_bar for each statement execute function closed_changed();
create or replace trigger closed_changed after insert or update or delete on break_glass for each statement execute function closed_changed();
create or replace trigger closed_changed after insert or update of roles on account for each statement execute function closed_changed();

-- Tables of one row or none, each without a setting of its own: so PostgreSQL writes them into the statement that asks, which costs a
-- fraction of a call.
create or replace function private.caseless(reader uuid) returns table (account_id uuid)
language sql stable as $$
  select a.id from public.account a where a.id = reader
    and a.roles <@ '{MENTOR,TREASURER,OPERATOR,ADMINISTRATOR,COORDINATOR,AUDITOR}'
$$;
alter function private.caseless owner to throughline_rules;
drop function if exists private.works_with_no_case(uuid), private.is_withheld_from(uuid, uuid, uuid[]); -- what an older release called them

-- Who is closed, asked of one person: where asking for all who are would cost more than what is done, a note. Never to the system.
create or replace function private.closing(person uuid, reader uuid, audiences uuid[]) returns table (person_id uuid)
language sql stable as $$
  select person where reader is distinct from '00000000-0000-7000-8000-000000000001' and (reader is null
    or exists (select from private.caseless(reader))
    or exists (select from public.access_bar b where b.account_id = reader and b.person_id = person)
    or exists (select from public.restricted_record r where r.person_id = person
      and not exists (select from public.restricted_reader x where x.person_id = r.person_id and x.account_id = reader)
      and not exists (select from public.break_glass b where b.person_id = r.person_id and b.id = any(audiences))))
$$;
alter function private.closing owner to throughline_rules;

create or replace function private.withheld_from(reader uuid, audiences uuid[]) returns uuid[]
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return array(
    select person_id from access_bar where account_id = reader
    union all
    select r.person_id from restricted_record r
    where not exists (select from restricted_reader x where x.person_id = r.person_id and x.account_id = reader)
      and not exists (select from break_glass b where b.person_id = r.person_id and b.id = any(audiences)));
end $$;
alter function private.withheld_from owner to throughline_rules;

-- The same without regard to roles: for what an office decides of people whose cases it does not work with.
create or replace function people_withheld() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare reader uuid := acting_user();
begin
  if reader = '00000000-0000-7000-8000-000000000001' then return '{}'; end if;
  return private.withheld_from(reader, acting_audiences());
end $$;
alter function people_withheld owner to throughline_rules;
grant execute on function people_withheld() to throughline_app;

-- Whether a person exists for the acting account, restricted or not: for the functions that look among everybody.
create or replace function is_closed_to(person uuid, reader uuid) returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from access_bar b where b.account_id = reader and b.person_id = person)
    or (exists (select from restricted_record r where r.person_id = person)
      and not exists (select from restricted_reader x where x.person_id = person and x.account_id = reader))
$$;
alter function is_closed_to owner to throughline_rules;

-- Marks a record as restricted, or changes its reason and list. For a manager of the agency that answers for the person or opened
-- the case, who stays on the list.
create or replace function restrict_record(about_case uuid, because text, readers uuid[], at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare about uuid := (select person_id from case_file where id = about_case);
begin
  if not may_restrict(about_case) then
    raise exception 'restrict_record: not for this account' using errcode = '42501';
  end if;
  insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id, sensitivity)
  values (about, because, acting_user(), at, acting_agency(), 'RESTRICTED')
  on conflict (person_id) do update set reason = excluded.reason, version = restricted_record.version + 1;
  delete from restricted_reader where person_id = about;
  insert into restricted_reader (person_id, account_id, owner_agency_id, sensitivity)
  select distinct about, a.id, acting_agency(), 'RESTRICTED'::sensitivity
  from account a where a.id = any(readers || acting_user());
  perform recompute_sight(array(select id from case_file where person_id = about and ended_on is null));
end $$;
alter function restrict_record owner to throughline_rules;

create or replace function lift_restriction(about_case uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare about uuid := (select person_id from case_file where id = about_case);
begin
  if not may_restrict(about_case) then
    raise exception 'lift_restriction: not for this account' using errcode = '42501';
  end if;
  delete from restricted_record where person_id = about;
  if not found then return false; end if;
  perform recompute_sight(array(select id from case_file where person_id = about and ended_on is null));
  return true;
end $$;
alter function lift_restriction owner to throughline_rules;

-- A manager who sees the case, of an agency that holds or supervises the person, or that opened the case.
create or replace function may_restrict(about_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select is_manager()
    and exists (select from sight a where a.case_id = about_case and 'identity' = any(a.reads)
      and a.audience_id = any(acting_audiences()) and a.until >= current_date and a.person_id <> all(people_closed()))
    and not exists (select from break_glass b where b.id = any(acting_audiences())
      and b.person_id = (select person_id from case_file where id = about_case))
    and (is_answerable_for(about_case)
      or exists (select from case_file c where c.id = about_case and c.owner_agency_id = acting_agency()))
$$;
alter function may_restrict owner to throughline_rules;
grant execute on function may_restrict(uuid), restrict_record(uuid, text, uuid[], timestamptz), lift_restriction(uuid)
  to throughline_app;
