-- The second step. As with passwords, what gives rights is done for acting_user() alone.
drop function if exists has_second_step(uuid); -- sign_in_rules() says it
create or replace function begin_half_sign_in(token bytea, expires timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into half_sign_in (token_hash, account_id, expires_at) select token, acting_user(), expires where acting_user() is not null
$$;
create or replace function find_half_sign_in(token bytea, at timestamptz) returns table (account_id uuid, agency_id uuid, email text, secret text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.agency_id, a.email, s.secret from half_sign_in h join account a on a.id = h.account_id join agency g on g.id = a.agency_id
  join one_time_secret s on s.account_id = a.id and s.confirmed_at is not null
  where h.token_hash = token and h.used_at is null and h.expires_at > at and a.disabled_at is null and g.closed_on is null
$$;
-- One statement each, so that of two at the same moment one finds it used.
create or replace function take_one_time_step(step bigint) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update one_time_secret set last_step = step where account_id = acting_user() and last_step < step;
  return found;
end $$;
create or replace function take_recovery_code(code bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update recovery_code set used_at = at where account_id = acting_user() and code_hash = code and used_at is null;
  return found;
end $$;
create or replace function end_half_sign_in(token bytea, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update half_sign_in set used_at = at where token_hash = token and account_id = acting_user() and used_at is null and expires_at > at;
  return found;
end $$;
-- One's own: what is set up, setting it up, and turning it off.
create or replace function find_own_second_step() returns table (secret text, confirmed_at timestamptz, codes_left int)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select s.secret, s.confirmed_at, (select count(*)::int from recovery_code r where r.account_id = s.account_id and r.used_at is null)
  from one_time_secret s where s.account_id = acting_user()
$$;
create or replace function keep_own_secret(new_secret text, at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into one_time_secret (account_id, secret, made_at) values (acting_user(), new_secret, at)
  on conflict (account_id) do update set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
    where one_time_secret.confirmed_at is null
$$;
create or replace function confirm_own_secret(step bigint, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update one_time_secret set confirmed_at = at, last_step = step where account_id = acting_user() and confirmed_at is null;
  return found;
end $$;
create or replace function keep_own_recovery_codes(hashes bytea[], at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  delete from recovery_code where account_id = acting_user();
  insert into recovery_code (account_id, code_hash, made_at) select acting_user(), h, at from unnest(hashes) h;
$$;
-- Turned off by oneself, or for somebody who lost everything, by who administers the account.
create or replace function forget_second_step(account uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (account = acting_user() or is_coordinator() or (is_administrator() and exists (
      select from account a where a.id = forget_second_step.account and a.agency_id = acting_agency()
        and not a.roles && '{COORDINATOR,AUDITOR}'))) then
    raise exception 'forget_second_step: not for this account' using errcode = '42501';
  end if;
  delete from recovery_code where account_id = account;
  delete from one_time_secret where account_id = account;
  return found;
end $$;

do $$
declare f text;
begin
  foreach f in array array['begin_half_sign_in(bytea, timestamptz)', 'find_half_sign_in(bytea, timestamptz)',
    'take_one_time_step(bigint)', 'take_recovery_code(bytea, timestamptz)', 'end_half_sign_in(bytea, timestamptz)',
    'find_own_second_step()', 'keep_own_secret(text, timestamptz)', 'confirm_own_secret(bigint, timestamptz)',
    'keep_own_recovery_codes(bytea[], timestamptz)', 'forget_second_step(uuid)'] loop
    execute format('alter function %s owner to throughline_rules', f);
    execute format('grant execute on function %s to throughline_app', f);
  end loop;
end $$;
grant execute on function take_one_time_step(bigint), take_recovery_code(bytea, timestamptz), find_own_second_step(), keep_own_secret(text, timestamptz),
  confirm_own_secret(bigint, timestamptz), keep_own_recovery_codes(bytea[], timestamptz) to portal_mentor; -- one's own
