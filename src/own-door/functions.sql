-- All that the person's own login may call. Each but the first asks for the hash of a 256-bit token, and says nothing without it.

-- Opens a session for the right number and code. One answer for a wrong number, a wrong code and a code that is over; the
-- fifth wrong try ends the code.
create or replace function enter_own_door(number text, code bytea, token bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  found_code own_door_code;
  most_tries constant int := 5;
  asked uuid[] := array(select i.person_id from person_identifier i where i.type = 'PRISON_NUMBER' and i.value = number);
begin
  update own_door_code c set used_at = at
  where c.person_id = any(asked) and c.code_hash = code and c.used_at is null and c.ends_at > at and c.tries < most_tries and not has_died(c.person_id)
    and c.started_at = (select max(l.started_at) from own_door_code l where l.person_id = c.person_id)
  returning * into found_code;
  if found_code.id is null then
    update own_door_code c set tries = tries + 1 where c.person_id = any(asked) and c.used_at is null and c.ends_at > at;
    return false;
  end if;
  insert into own_door_session (token_hash, case_id, person_id, started_at, seen_at, owner_agency_id)
  values (token, found_code.case_id, found_code.person_id, at, at, found_code.owner_agency_id);
  return true;
end $$;
alter function enter_own_door owner to throughline_rules;

-- The live session behind a token, which it keeps awake: over after 3 minutes without a request, or 30 in all.
create or replace function private.own_door_session_of(token bytea, at timestamptz) returns own_door_session
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update own_door_session set seen_at = at
  where token_hash = token and ended_at is null and seen_at > at - interval '3 minutes' and started_at > at - interval '30 minutes'
    and not has_died(person_id) -- nobody reads on in the name of somebody who has died
  returning *
$$;
alter function private.own_door_session_of owner to throughline_rules;

-- What the person reads of their own record: who helps them, dates, plan, appointments, and what they said. Nothing that is
-- marked sensitive, and nothing about anybody else. Writes its audit row itself.
create or replace function read_own_record(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['identity', 'custody', 'plan'], 'own-door', request);
  return jsonb_build_object(
    'name', (select coalesce(nullif(chosen_name, ''), given_name) from person where id = s.person_id),
    'releaseOn', (select release_on from case_summary where case_id = s.case_id),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('name', a.name, 'agency', y.name, 'role', p.role,
        'phone', coalesce(nullif(a.phone, ''), y.phone)) order by a.name), '[]')
      from case_party p join account a on a.id = p.account_id join agency y on y.id = p.agency_id
      where p.case_id = s.case_id and p.until_on is null and p.sensitivity = 'STANDARD' and y.kind <> 'police'),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object('title', t.title, 'dueOn', t.due_on, 'isOwn', t.is_for_person)
        order by t.due_on nulls last, t.made_at), '[]')
      from step t where t.case_id = s.case_id and t.closed_at is null and t.sensitivity = 'STANDARD'
        and t.subject_category not in ('VICTIM', 'WITNESS')),
    'appointments', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'cannotCome', m.cannot_come_at is not null, 'title', m.title, 'at', m.starts_at, 'place', m.place,
        'bring', m.bring, 'with', coalesce(nullif(m.with_name, ''), a.name, y.name, '')) order by m.starts_at), '[]')
      from appointment m left join account a on a.id = m.with_account_id left join agency y on y.id = m.with_agency_id
      where m.case_id = s.case_id and m.cancelled_at is null and m.starts_at >= at and m.sensitivity = 'STANDARD'
        and m.subject_category not in ('VICTIM', 'WITNESS')),
    'said', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'words', r.words, 'at', r.said_at, 'answer', r.answer)
        order by r.said_at desc), '[]') from own_request r where r.case_id = s.case_id));
end $$;
alter function read_own_record owner to throughline_rules;

-- Who looked at the person's case: one line for a day, an agency, a role and what was done. A look at intelligence alone is not told,
-- nor the reason that a worker typed: it may speak of a victim.
create or replace function read_own_looks(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  s own_door_session := private.own_door_session_of(token, at);
  most_lines constant int := 200;
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['administration'], 'own-door', request);
  return (select coalesce(jsonb_agg(to_jsonb(line)), '[]') from (
    select (d.happened_at at time zone 'Europe/London')::date as day, y.name as agency, coalesce(a.job_title, '') as role, d.action,
      coalesce(d.purpose, (select c.purpose from case_file c where c.id = s.case_id)) as purpose
    from audit d join agency y on y.id = d.agency_id left join account a on a.id = d.account_id
    where d.case_ids @> array[s.case_id] and d.channel <> 'own-door' and d.outcome = 'done'
      and d.action in ('consult', 'search', 'export', 'print', 'disclose') and not d.field_groups <@ array['intelligence']
    group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4 limit most_lines) line);
end $$;
alter function read_own_looks owner to throughline_rules;

-- Who asked to join the person's case, for their own door: once it is answered or over, and with what came of it.
create or replace function read_own_asked(token bytea, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at); most_lines constant int := 100;
begin
  if s.case_id is null then return null; end if;
  return (select coalesce(jsonb_agg(to_jsonb(line)), '[]') from (
    select (q.asked_at at time zone 'Europe/London')::date as day, y.name as agency, q.purpose,
      case when x.ended_at is not null then 'ENDED' else coalesce(x.decision, 'NO_ANSWER') end as outcome
    from case_request_subject x join case_request q on q.id = x.request_id join agency y on y.id = q.agency_id
    where x.person_id = s.person_id and (x.decision is not null or q.expires_at <= at)
    order by q.asked_at desc limit most_lines) line);
end $$;
alter function read_own_asked owner to throughline_rules;

-- Keeps what the person says, and tells the workers named on the case who read the plan. The words stay in their own row.
create or replace function say_own_words(token bytea, at timestamptz, kind text, words text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  said uuid := gen_random_uuid();
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null then return false; end if;
  insert into own_request (id, case_id, person_id, kind, words, said_at, owner_agency_id, basis)
  values (said, s.case_id, s.person_id, $3, $4, at, s.owner_agency_id, 'SELF_REPORT');
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at, details)
  values ('own-door.said', said, s.case_id, s.person_id, 'plan', s.owner_agency_id, nobody, at, jsonb_build_object('kind', $3));
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array('own-door.said')));
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select distinct w.id, s.case_id, 'own-door.said', said, jsonb_build_object('kind', $3), at
  from account w join case_party p on p.account_id = w.id and p.case_id = s.case_id and p.until_on is null
  where w.disabled_at is null and exists (select from sight a where a.case_id = s.case_id and 'plan' = any(a.reads) and a.until >= current_date
    and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id))
    and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  perform pg_notify('case', s.case_id::text);
  return true;
end $$;
alter function say_own_words owner to throughline_rules;

-- The person says that they cannot come to an appointment of their own case. Nothing is called off: their worker is told, and decides.
create or replace function say_cannot_come(token bytea, at timestamptz, appointment uuid, words text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  said uuid := gen_random_uuid(); m appointment;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null then return false; end if;
  update appointment p set cannot_come_at = at, version = p.version + 1
  where p.id = $3 and p.case_id = s.case_id and p.cancelled_at is null and p.starts_at > at and p.sensitivity = 'STANDARD'
    and p.subject_category not in ('VICTIM', 'WITNESS') and p.cannot_come_at is null returning * into m;
  if m.id is null then return true; end if; -- said already, or there is no such one of theirs
  insert into own_request (id, case_id, person_id, kind, words, said_at, owner_agency_id, basis)
  values (said, s.case_id, s.person_id, 'CANNOT_COME', $4, at, s.owner_agency_id, 'SELF_REPORT');
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at)
  values ('appointment.cannot-come', m.id, s.case_id, s.person_id, 'plan', s.owner_agency_id, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array('appointment.cannot-come')));
  insert into alert (account_id, case_id, name, subject_id, made_at)
  select distinct w.id, s.case_id, 'appointment.cannot-come', m.id, at from account w
  where w.disabled_at is null and (w.id = coalesce(m.with_account_id, m.made_by) or (m.with_account_id is null and exists (
      select from case_party p where p.account_id = w.id and p.case_id = s.case_id and p.until_on is null)))
    and exists (select from sight a where a.case_id = s.case_id and 'plan' = any(a.reads) and a.until >= current_date
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select t.team_id from team_member t where t.account_id = w.id))
      and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  perform pg_notify('case', s.case_id::text);
  return true;
end $$;
alter function say_cannot_come owner to throughline_rules;

create or replace function leave_own_door(token bytea, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update own_door_session set ended_at = at where token_hash = token and ended_at is null
$$;
alter function leave_own_door owner to throughline_rules;

grant execute on function enter_own_door(text, bytea, bytea, timestamptz), read_own_record(bytea, timestamptz, text),
  read_own_looks(bytea, timestamptz, text), read_own_asked(bytea, timestamptz), say_own_words(bytea, timestamptz, text, text, text),
  say_cannot_come(bytea, timestamptz, uuid, text, text), leave_own_door(bytea, timestamptz)
  to portal_person;
