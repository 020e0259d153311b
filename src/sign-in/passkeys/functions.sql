-- Passkeys. A challenge gives no right: whoever holds the token of its cookie may use it up, once. What gives rights is done
-- for acting_user() alone, after the program checked what the passkey signed.
create or replace function keep_passkey_challenge(token bytea, new_challenge text, wanted text, account uuid, expires timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into passkey_challenge (token_hash, challenge, purpose, account_id, expires_at) values (token, new_challenge, wanted, account, expires)
$$;
-- Gone with the asking, so that of two that ask at the same moment one finds nothing.
create or replace function take_passkey_challenge(token bytea, wanted text, account uuid, at timestamptz) returns text
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with taken as (delete from passkey_challenge where token_hash = token returning *)
  select challenge from taken where purpose = wanted and account_id is not distinct from account and expires_at > at
$$;
create or replace function find_passkey(credential text) returns table (
  id uuid, account_id uuid, agency_id uuid, email text, public_key bytea, transports text[], is_disabled boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select p.id, a.id, a.agency_id, a.email, p.public_key, p.transports, a.disabled_at is not null or g.closed_on is not null
  from passkey p join account a on a.id = p.account_id join agency g on g.id = a.agency_id where p.credential_id = credential
$$;
-- A counter that does not rise belongs to a copy of the passkey; those that do not count say 0 always.
create or replace function use_passkey(one uuid, new_counter bigint, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update passkey set counter = new_counter, used_at = at
  where id = one and account_id = acting_user() and (new_counter > counter or (new_counter = 0 and counter = 0));
  return found;
end $$;
-- One's own: which there are, one more, another name, one fewer.
create or replace function list_own_passkeys() returns table (
  id uuid, credential_id text, name text, transports text[], is_synced boolean, made_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select id, credential_id, name, transports, is_synced, made_at, used_at from passkey where account_id = acting_user() order by made_at, id
$$;
create or replace function keep_own_passkey(credential text, key bytea, new_counter bigint, new_name text, ways text[], synced boolean, at timestamptz) returns uuid
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into passkey (account_id, credential_id, public_key, counter, name, transports, is_synced, made_at)
  select acting_user(), credential, key, new_counter, new_name, ways, synced, at where acting_user() is not null
  on conflict (credential_id) do nothing returning id
$$;
create or replace function rename_own_passkey(one uuid, new_name text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update passkey set name = new_name where id = one and account_id = acting_user();
  return found;
end $$;
create or replace function forget_own_passkey(one uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from passkey where id = one and account_id = acting_user();
  return found;
end $$;
-- For somebody who lost everything, by who administers the account: as forget_second_step().
create or replace function forget_passkeys(account uuid) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare gone int;
begin
  if not (is_coordinator() or (is_administrator() and exists (
      select from account a where a.id = forget_passkeys.account and a.agency_id = acting_agency()
        and not a.roles && '{COORDINATOR,AUDITOR}'))) then
    raise exception 'forget_passkeys: not for this account' using errcode = '42501';
  end if;
  delete from passkey where account_id = account;
  get diagnostics gone = row_count;
  return gone;
end $$;

do $$
declare f text;
begin
  foreach f in array array['keep_passkey_challenge(bytea, text, text, uuid, timestamptz)', 'take_passkey_challenge(bytea, text, uuid, timestamptz)',
    'find_passkey(text)', 'use_passkey(uuid, bigint, timestamptz)', 'list_own_passkeys()',
    'keep_own_passkey(text, bytea, bigint, text, text[], boolean, timestamptz)', 'rename_own_passkey(uuid, text)', 'forget_own_passkey(uuid)', 'forget_passkeys(uuid)'] loop
    execute format('alter function %s owner to throughline_rules', f);
    execute format('grant execute on function %s to throughline_app', f);
  end loop;
end $$;
grant execute on function keep_passkey_challenge(bytea, text, text, uuid, timestamptz), take_passkey_challenge(bytea, text, uuid, timestamptz),
  use_passkey(uuid, bigint, timestamptz), list_own_passkeys(), keep_own_passkey(text, bytea, bigint, text, text[], boolean, timestamptz),
  rename_own_passkey(uuid, text), forget_own_passkey(uuid) to portal_mentor; -- one's own
