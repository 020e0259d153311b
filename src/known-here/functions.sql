-- HMAC-SHA256 with a key that no login can read (as private.verified() does it, with PostgreSQL's own sha256).
create or replace function private.known_here_hash(said text) returns bytea
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare k bytea; inner_pad bytea; outer_pad bytea; word bytea := convert_to(said, 'UTF8');
begin
  select key into k from private.known_here_key;
  inner_pad := k; outer_pad := k;
  for i in 0..63 loop
    inner_pad := set_byte(inner_pad, i, get_byte(k, i) # 54);
    outer_pad := set_byte(outer_pad, i, get_byte(k, i) # 92);
  end loop;
  return sha256(outer_pad || sha256(inner_pad || word));
end $$;
alter function private.known_here_hash owner to throughline_rules;
grant select on private.known_here_key to throughline_rules;

-- All that somebody could have asked by: each number, each name with each date of birth.
create or replace function known_here_hashes(person uuid) returns setof bytea
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select private.known_here_hash('number ' || i.value) from person_identifier i where i.person_id = person
  union
  select private.known_here_hash('name ' || lower(n.given || ' ' || n.family) || ' ' || n.born)
  from (select p.given_name, p.family_name, p.born_on from person p where p.id = person
    union all select p.chosen_name, p.family_name, p.born_on from person p where p.id = person and p.chosen_name <> ''
    union all select a.given_name, a.family_name, coalesce(a.born_on, p.born_on)
      from person_alias a join person p on p.id = a.person_id where a.person_id = person) as n(given, family, born)
  where n.born is not null
$$;
alter function known_here_hashes owner to throughline_rules;

-- Answers one question with yes or no, and writes it down. The same work for both: a restricted record, a person whom the asker
-- must not reach and nobody at all are all "no". Health agencies and charities are never asked: that they know somebody tells why.
create or replace function ask_known_here(question uuid, numbers text[], given text, family text, born date, asked_agency uuid,
  why text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan as $$
declare
  reader uuid := acting_user(); agency uuid := acting_agency();
  spoken text := case when cardinality(numbers) > 0 then 'number ' || numbers[1] else 'name ' || lower(given || ' ' || family) || ' ' || born end;
  asked bytea := private.known_here_hash(spoken);
  found uuid[]; answer boolean;
begin
  if not exists (select from account a where a.id = reader and a.disabled_at is null and a.roles && '{WORKER,MANAGER}')
    or not exists (select from agency y where y.id = asked_agency and y.closed_on is null
      and y.kind in ('prison', 'probation', 'police', 'council')) then
    raise exception 'ask_known_here: not for this account, or of this agency' using errcode = '42501';
  end if;
  found := array(
    select i.person_id from person_identifier i where i.value = any(numbers)
    union
    select p.id from person p where cardinality(numbers) = 0 and p.born_on = born and asked in (select known_here_hashes(p.id)));
  answer := exists (select from case_file c join case_party x on x.case_id = c.id
    where c.person_id = any(found) and c.ended_on is null and x.until_on is null and x.agency_id = asked_agency
      and not exists (select from access_bar b where b.person_id = c.person_id and b.account_id = reader)
      and not exists (select from restricted_record r where r.person_id = c.person_id));
  insert into known_here_question (id, asked_hash, asked_by, agency_id, asked_agency_id, is_known, purpose, asked_at)
  values (question, asked, reader, agency, asked_agency, answer, why, at);
  insert into audit (account_id, agency_id, action, person_ids, field_groups, reason, channel, happened_at, details)
  values (reader, agency, 'search', found, '{identity}', why, 'web', at,
    jsonb_build_object('knownHere', question, 'askedAgencyId', asked_agency));
  return answer;
end $$;
alter function ask_known_here owner to throughline_rules;
grant execute on function ask_known_here(uuid, text[], text, text, date, uuid, text, timestamptz) to throughline_app;

-- Who asked whether a person was known, for whoever may see who they are.
create or replace function list_known_here(person uuid, most int) returns table (
  asked_at timestamptz, agency_name text, asked_agency_name text, is_known boolean, purpose text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select q.asked_at, y.name, z.name, q.is_known, q.purpose
  from known_here_question q join agency y on y.id = q.agency_id join agency z on z.id = q.asked_agency_id
  where q.asked_hash in (select known_here_hashes(person))
    and person <> all(people_barred())
    and exists (select from sight x where x.person_id = person and 'identity' = any(x.reads)
      and x.audience_id = any(acting_audiences()) and x.until >= current_date)
  order by q.asked_at desc limit least(most, 200)
$$;
alter function list_known_here owner to throughline_rules;
grant execute on function list_known_here(uuid, int) to throughline_app;
