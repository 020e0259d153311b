-- All that the login of family and friends may call. Each but the first two asks for the hash of a 256-bit token, says nothing without
-- it, and looks again whether the pages are open: what was withdrawn is closed at the next request.

-- Uses up an invitation: their number and their PIN (as a hash that needs this installation's key) are kept, older ones no longer work.
create or replace function join_family(code bytea, number text, pin bytea, token bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare member uuid;
begin
  update family_invitation i set used_at = at where i.code_hash = code and i.used_at is null and i.ends_at > at
    and is_open_to_family(i.family_member_id)
    and not exists (select from family_invitation l where l.family_member_id = i.family_member_id and l.made_at > i.made_at)
  returning i.family_member_id into member;
  if member is null then return false; end if;
  update family_session s set ended_at = at where s.family_member_id = member and s.ended_at is null;
  update family_member m set family_number = number, pin_hash = pin, tries = 0, joined_at = coalesce(m.joined_at, at) where m.id = member;
  insert into family_session (token_hash, family_member_id, started_at, seen_at) values (token, member, at, at);
  return true;
end $$;
alter function join_family owner to throughline_rules;

-- Opens a session for the right number and PIN. One answer for a wrong number, a wrong PIN and pages that are closed; after the fifth
-- wrong PIN only a new invitation helps.
create or replace function enter_family(number text, pin bytea, token bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare member uuid; most_tries constant int := 5;
begin
  update family_member m set tries = 0 where m.family_number = number and m.pin_hash = pin and m.tries < most_tries and is_open_to_family(m.id)
  returning m.id into member;
  if member is null then
    update family_member m set tries = m.tries + 1 where m.family_number = number;
    return false;
  end if;
  insert into family_session (token_hash, family_member_id, started_at, seen_at) values (token, member, at, at);
  return true;
end $$;
alter function enter_family owner to throughline_rules;

-- Whose live session it is, which it keeps awake: over after 20 minutes without a request, or 8 hours in all.
create or replace function private.family_of(token bytea, at timestamptz) returns family_member
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare found_member family_member; member uuid;
begin
  update family_session s set seen_at = at where s.token_hash = token and s.ended_at is null and s.seen_at > at - interval '20 minutes'
    and s.started_at > at - interval '8 hours' and is_open_to_family(s.family_member_id) returning s.family_member_id into member;
  select m.* into found_member from family_member m where m.id = member;
  return found_member;
end $$;
alter function private.family_of owner to throughline_rules;

-- Whether a text speaks of a place: a postcode, or a line of an address of the person. Such a text is not shown to the family.
create or replace function private.names_a_place(people uuid[], said text) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select said ~* '\m[a-z]{1,2}[0-9][0-9a-z]?\s*[0-9][a-z]{2}\M' or exists (
    select from person_address a, lateral unnest(array[a.postcode] || regexp_split_to_array(a.lines, '[\n,]')) part
    where a.person_id = any(people) and length(trim(part)) >= 4 and position(lower(trim(part)) in lower(said)) > 0)
$$;
alter function private.names_a_place owner to throughline_rules;

-- What the person shares with them and nothing else. No place, no note, no agency: whoever should not learn where the person will
-- live cannot learn it here. Without a date, or where the person was not asked or said no, there is no date: one answer.
create or replace function read_family_page(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  m family_member := private.family_of(token, at);
  people uuid[];
begin
  if m.id is null then return null; end if;
  people := private.joined_people(m.person_id);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, m.owner_agency_id, 'disclose', array[m.person_id], array[m.case_id], array['family'], 'family', request,
    jsonb_build_object('familyMember', m.id, 'shares', m.shares));
  return jsonb_build_object(
    'name', (select coalesce(nullif(chosen_name, ''), given_name) from person where id = m.person_id),
    'memberName', m.name, 'number', m.family_number, 'shares', m.shares,
    'releaseOn', (select release_on from case_summary where case_id = m.case_id and m.date_cleared_at is not null and 'RELEASE_DATE' = any(m.shares)),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'role', p.role) order by a.name), '[]')
      from case_party p join account a on a.id = p.account_id join agency y on y.id = p.agency_id
      where 'SUPPORTERS' = any(m.shares) and p.case_id = m.case_id and p.until_on is null and p.sensitivity = 'STANDARD'
        and p.role in ('KEY_WORKER', 'PRISON_OFFENDER_MANAGER', 'COMMUNITY_OFFENDER_MANAGER') and y.kind in ('prison', 'probation')),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'dueOn', t.due_on, 'pathway', t.pathway)
        order by t.due_on nulls last, t.made_at), '[]')
      from step t where t.case_id = m.case_id and 'PLAN_' || t.pathway = any(m.shares) and t.closed_at is null and t.sensitivity = 'STANDARD'
        and t.subject_category not in ('VICTIM', 'WITNESS') and not private.names_a_place(people, t.title)),
    'appointments', (select coalesce(jsonb_agg(jsonb_build_object('title', x.title, 'at', x.starts_at) order by x.starts_at), '[]')
      from (select p.title, p.starts_at from appointment p where p.case_id = m.case_id and 'APPOINTMENTS' = any(m.shares)
        and p.cancelled_at is null and p.starts_at >= at and p.sensitivity = 'STANDARD' and p.subject_category not in ('VICTIM', 'WITNESS')
        and coalesce(p.pathway, '') not in ('HEALTH', 'DRUGS_AND_ALCOHOL') and not private.names_a_place(people, p.title)
        order by p.starts_at limit 20) x),
    'days', private.days_of_family(m.id, at),
    'said', (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words, 'at', w.said_at, 'isForWorkerOnly', w.is_for_worker_only)
        order by w.said_at desc), '[]') from family_word w where w.family_member_id = m.id));
end $$;
alter function read_family_page owner to throughline_rules;

-- Writes an event with its audit row, and tells the workers named on the case who see the family part.
create or replace function private.tell_of_family(m family_member, told text, channel text, at timestamptz, request text) returns void
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at)
  values (told, m.id, m.case_id, m.person_id, 'family', m.owner_agency_id, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, m.owner_agency_id, 'alter', array[m.person_id], array[m.case_id], array['family'], channel, request,
    jsonb_build_object('events', jsonb_build_array(told)));
  insert into alert (account_id, case_id, name, subject_id, made_at)
  select distinct w.id, m.case_id, told, m.id, at
  from account w join case_party p on p.account_id = w.id and p.case_id = m.case_id and p.until_on is null
  where w.disabled_at is null and exists (select from sight a where a.case_id = m.case_id and 'family' = any(a.reads) and a.until >= current_date
    and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select t.team_id from team_member t where t.account_id = w.id))
    and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  perform pg_notify('case', m.case_id::text);
end $$;
alter function private.tell_of_family owner to throughline_rules;

create or replace function say_family_words(token bytea, at timestamptz, kind text, words text, for_worker_only boolean, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare m family_member := private.family_of(token, at);
begin
  if m.id is null then return false; end if;
  insert into family_word (case_id, person_id, family_member_id, kind, words, is_for_worker_only, said_at, owner_agency_id, basis, subject_category)
  values (m.case_id, m.person_id, m.id, $3, $4, $5, at, m.owner_agency_id, 'THIRD_PARTY', 'OTHER');
  perform private.tell_of_family(m, 'family.said', 'family', at, request);
  return true;
end $$;
alter function say_family_words owner to throughline_rules;

-- "I need to stop": at once and without a question.
create or replace function stop_family(token bytea, at timestamptz, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m family_member := private.family_of(token, at);
begin
  if m.id is null then return false; end if;
  update family_member f set stopped_at = at, stopped_by = 'FAMILY' where f.id = m.id;
  perform private.tell_of_family(m, 'family.stopped', 'family', at, request);
  return true;
end $$;
alter function stop_family owner to throughline_rules;

create or replace function leave_family(token bytea, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update family_session set ended_at = at where token_hash = token and ended_at is null
$$;
alter function leave_family owner to throughline_rules;

grant execute on function join_family(bytea, text, bytea, bytea, timestamptz), enter_family(text, bytea, bytea, timestamptz),
  read_family_page(bytea, timestamptz, text), say_family_words(bytea, timestamptz, text, text, boolean, text),
  stop_family(bytea, timestamptz, text), leave_family(bytea, timestamptz) to portal_family;
