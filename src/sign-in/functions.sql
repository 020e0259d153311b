-- Sign-in happens before anybody is known, so it goes through these functions; the app has no right to the tables behind
-- them. What gives somebody rights (a session, a password, a link) is done for acting_user() alone, whose identity only
-- the program can sign: SQL that somebody smuggles in cannot open another's session or set another's password.
drop function if exists find_session(bytea, timestamptz); -- what it returns has grown
create function find_session(token bytea, at timestamptz) returns table (
  session_id uuid, account_id uuid, agency_id uuid, name text, roles text[], locale text, agency_name text, agency_kind text,
  team_ids uuid[], seen_at timestamptz, ends_at timestamptz, job_title text, proved_at timestamptz,
  lacks_second_step boolean, is_shared boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$ -- which keeps its plan: every page asks
#variable_conflict use_column
begin
  return query select s.id, a.id, a.agency_id, a.name, a.roles, a.locale, g.name, g.kind,
    array(select t.team_id from team_member t where t.account_id = a.id
      union all select b.id from break_glass b where b.account_id = a.id and b.closed_at is null and b.ends_at > at
      -- whoever stands in for a colleague is their audience too, on the days of the absence alone
      union all select w.account_id from worker_absence w where w.cover_account_id = a.id and w.ended_at is null
        and (at at time zone 'Europe/London')::date between w.from_on and w.until_on), s.seen_at, s.ends_at, a.job_title,
    coalesce(s.proved_at, s.started_at),
    coalesce(r.second_step_since < s.started_at, false) and s.opened_with = 'password' and not exists (select from passkey p where p.account_id = a.id)
      and not exists (select from one_time_secret o where o.account_id = a.id and o.confirmed_at is not null),
    s.is_shared
  from session s join account a on a.id = s.account_id join agency g on g.id = a.agency_id left join agency_sign_in r on r.agency_id = g.id
  where s.token_hash = token and s.ended_at is null and s.ends_at > at
    and s.seen_at > at - case when s.is_shared then interval '3 minutes' else interval '15 minutes' end
    and a.disabled_at is null and g.closed_on is null;
end $$;

create or replace function touch_session(token bytea, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update session set seen_at = at where token_hash = token and ended_at is null
$$;

-- After the password was given again: one's own session.
create or replace function prove_session(one uuid, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update session set proved_at = at where id = one and account_id = acting_user() and ended_at is null
$$;

-- The address comes in small letters, as tries are counted: PostgreSQL would make an i of letters that JavaScript leaves alone.
create or replace function find_password(address text) returns table (account_id uuid, agency_id uuid, hash text, is_disabled boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.agency_id, p.hash, a.disabled_at is not null or g.closed_on is not null
  from account a join agency g on g.id = a.agency_id left join password p on p.account_id = a.id
  where lower(a.email) = address and not a.is_integration
$$;

create or replace function find_own_password() returns text
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select hash from password where account_id = acting_user()
$$;

drop function if exists open_session(bytea, timestamptz, timestamptz, text, text); -- it takes more
drop function if exists open_session(bytea, timestamptz, timestamptz, text, text, text, text);
create or replace function open_session(token bytea, at timestamptz, ends timestamptz, address text, browser text, how text default 'password',
  sid text default null, shared boolean default false) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare made uuid;
begin
  insert into session (token_hash, account_id, started_at, seen_at, ends_at, address, browser, opened_with, provider_sid, is_shared)
  select token, a.id, at, at, ends, address, browser, how, sid, shared
  from account a join agency g on g.id = a.agency_id
  where a.id = acting_user() and a.disabled_at is null and g.closed_on is null and not a.is_integration
  returning id into strict made;
  insert into audit (account_id, agency_id, session_id, action, channel, happened_at, details)
  values (acting_user(), acting_agency(), made, 'sign-in', 'web', at, jsonb_strip_nulls(jsonb_build_object('with', how, 'shared', nullif(shared, false))));
  return made;
end $$;

create or replace function end_session(token bytea, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with ended as (update session set ended_at = at where token_hash = token and ended_at is null returning id, account_id)
  insert into audit (account_id, agency_id, session_id, action, channel, happened_at)
  select e.account_id, a.agency_id, e.id, 'sign-out', 'web', at from ended e join account a on a.id = e.account_id
$$;

-- One's own: those that still live, by last use; and ending one of them, or all but one.
create or replace function list_own_sessions(at timestamptz) returns table (
  id uuid, started_at timestamptz, seen_at timestamptz, address text, browser text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select s.id, s.started_at, s.seen_at, s.address, s.browser from session s
  where s.account_id = acting_user() and s.ended_at is null and s.ends_at > at
    and s.seen_at > at - case when s.is_shared then interval '3 minutes' else interval '15 minutes' end
  order by s.seen_at desc, s.id
$$;
create or replace function end_own_sessions(one uuid, other_than uuid, at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with ended as (
    update session set ended_at = at
    where account_id = acting_user() and ended_at is null and (one is null or id = one) and id is distinct from other_than
    returning 1)
  select count(*)::int from ended
$$;

-- How often a key (an account's address, a network address) was tried lately; trying is counted before it is judged.
create or replace function count_attempt(attempt_key text, at timestamptz, since timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare tries int;
begin
  delete from sign_in_attempt where sign_in_attempt.key = attempt_key and sign_in_attempt.at < since;
  insert into sign_in_attempt (key, at) values (attempt_key, count_attempt.at);
  select count(*) into tries from sign_in_attempt where sign_in_attempt.key = attempt_key;
  return tries;
end $$;
create or replace function forget_attempts(attempt_key text) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  delete from sign_in_attempt where key = attempt_key
$$;

create or replace function note_denied_sign_in(address text, at timestamptz, why text) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into audit (account_id, agency_id, action, channel, outcome, happened_at, details)
  select (select id from account where lower(email) = lower(address)), (select agency_id from account where lower(email) = lower(address)),
    'sign-in', 'web', 'denied', at, jsonb_build_object('why', why)
$$;

-- A link for a new password: made by the system for somebody who forgot theirs, or by whoever administers the account; good
-- once. A newer link makes the older ones useless.
create or replace function make_password_link(account uuid, token bytea, at timestamptz, expires timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (is_system() or is_coordinator() or (is_administrator() and exists (
      select from account a where a.id = make_password_link.account and a.agency_id = acting_agency()))) then
    raise exception 'make_password_link: not for this account' using errcode = '42501';
  end if;
  update password_link l set used_at = at where l.account_id = make_password_link.account and l.used_at is null;
  insert into password_link (token_hash, account_id, made_at, expires_at) values (token, make_password_link.account, at, expires);
end $$;
create or replace function find_password_link(token bytea, at timestamptz) returns table (
  account_id uuid, agency_id uuid, name text, email text, locale text, is_first boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.agency_id, a.name, a.email, a.locale, not exists (select from password p where p.account_id = a.id)
  from password_link l join account a on a.id = l.account_id join agency g on g.id = a.agency_id
  where l.token_hash = token and l.used_at is null and l.expires_at > at and a.disabled_at is null and g.closed_on is null
$$;
create or replace function use_password_link(token bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update password_link set used_at = at
  where token_hash = token and used_at is null and expires_at > at and account_id = acting_user();
  return found;
end $$;
-- One's own password; every session but the one that is kept ends with the old one.
create or replace function set_own_password(new_hash text, at timestamptz, kept_session uuid) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into password (account_id, hash, changed_at) values (acting_user(), new_hash, at)
  on conflict (account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at;
  update password_link set used_at = at where account_id = acting_user() and used_at is null;
  update account set invited_at = null where id = acting_user() and invited_at is not null;
  select end_own_sessions(null, kept_session, at);
$$;

-- Addresses and browsers of sessions long over, tries and used links serve nobody any more.
create or replace function forget_old_sign_ins(at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  delete from sign_in_attempt where sign_in_attempt.at < forget_old_sign_ins.at - interval '1 day';
  delete from password_link where expires_at < at - interval '30 days';
  delete from session where ends_at < at - interval '30 days';
  delete from half_sign_in where expires_at < at - interval '1 day';
  delete from passkey_challenge where expires_at < at;
  delete from provider_sign_in where expires_at < at;
$$;

do $$
declare f text;
begin
  foreach f in array array['find_session(bytea, timestamptz)', 'touch_session(bytea, timestamptz)', 'prove_session(uuid, timestamptz)', 'find_password(text)',
    'find_own_password()', 'open_session(bytea, timestamptz, timestamptz, text, text, text, text, boolean)', 'end_session(bytea, timestamptz)',
    'list_own_sessions(timestamptz)', 'end_own_sessions(uuid, uuid, timestamptz)',
    'make_password_link(uuid, bytea, timestamptz, timestamptz)', 'find_password_link(bytea, timestamptz)',
    'use_password_link(bytea, timestamptz)', 'set_own_password(text, timestamptz, uuid)', 'forget_old_sign_ins(timestamptz)',
    'count_attempt(text, timestamptz, timestamptz)', 'forget_attempts(text)', 'note_denied_sign_in(text, timestamptz, text)'] loop
    execute format('alter function %s owner to throughline_rules', f);
    execute format('grant execute on function %s to throughline_app', f);
  end loop;
end $$;

-- Whoever is disabled, or whose agency closes, is out at once, and stays out when they come back: they sign in again.
create or replace function account_shut_out() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update session set ended_at = now() where account_id = new.id and ended_at is null;
  update password_link set used_at = now() where account_id = new.id and used_at is null;
  return null;
end $$;
create or replace function agency_shut_out() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update session s set ended_at = now() from account a where a.id = s.account_id and a.agency_id = new.id and s.ended_at is null;
  return null;
end $$;
alter function account_shut_out owner to throughline_rules;
alter function agency_shut_out owner to throughline_rules;
create or replace trigger sessions_end_with_account after update of disabled_at on account
  for each row when (new.disabled_at is not null) execute function account_shut_out();
create or replace trigger sessions_end_with_agency after update of closed_on on agency
  for each row when (new.closed_on is not null) execute function agency_shut_out();

-- A mentor's own login (T8) keeps the account of whoever acts, and nobody else's.
grant execute on function prove_session(uuid, timestamptz), find_own_password(), set_own_password(text, timestamptz, uuid), list_own_sessions(timestamptz),
  end_own_sessions(uuid, uuid, timestamptz), end_session(bytea, timestamptz) to portal_mentor;
