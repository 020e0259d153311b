-- Signing in through an agency's own provider. What the provider said was checked by the program; what gives rights is done for
-- acting_user() alone.
create or replace function list_provider_agencies() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select g.id, g.name from agency_sign_in r join agency g on g.id = r.agency_id
  where r.issuer is not null and g.closed_on is null order by g.name collate "C", g.id
$$;
create or replace function find_provider(agency uuid) returns table (issuer text, client_id text, client_secret text, email_domains text[], name text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select r.issuer, r.client_id, r.client_secret, r.email_domains, g.name from agency_sign_in r join agency g on g.id = r.agency_id
  where r.agency_id = agency and r.issuer is not null and g.closed_on is null
$$;
create or replace function keep_provider_sign_in(token bytea, agency uuid, account uuid, verifier text, state text, nonce text, back text, expires timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into provider_sign_in (token_hash, agency_id, account_id, verifier, state, nonce, back, expires_at)
  values (token, agency, account, verifier, state, nonce, back, expires)
$$;
create or replace function take_provider_sign_in(token bytea, agency uuid, at timestamptz) returns table (account_id uuid, verifier text, state text, nonce text, back text)
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with taken as (delete from provider_sign_in where token_hash = token returning *)
  select t.account_id, t.verifier, t.state, t.nonce, t.back from taken t where t.agency_id = agency and t.expires_at > at
$$;
-- Of that agency alone. By who they are there; the first time by an address that the provider has verified (null where it has not),
-- unless the account is somebody else there already. Whom a coordinator alone appoints comes in by their own password: an agency's
-- administrator, who chooses the provider, is not to become a coordinator or an auditor.
create or replace function find_provider_account(agency uuid, iss text, sub text, verified_email text) returns table (
  account_id uuid, email text, is_linked boolean, is_shut boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.email, p.account_id is not null,
    a.disabled_at is not null or g.closed_on is not null or a.is_integration or a.roles && '{COORDINATOR,AUDITOR}'
  from account a join agency g on g.id = a.agency_id left join provider_account p on p.account_id = a.id and p.issuer = iss and p.subject = sub
  where a.agency_id = agency and (p.account_id is not null or (lower(a.email) = verified_email
    and not exists (select from provider_account o where o.issuer = iss and (o.account_id = a.id or o.subject = sub))))
$$;
create or replace function link_provider_account(iss text, sub text, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into provider_account (issuer, subject, account_id, linked_at)
  select iss, sub, acting_user(), at where acting_user() is not null on conflict do nothing;
  return found;
end $$;
-- The provider says that somebody signed out there: one session, or all of theirs that began there.
create or replace function end_provider_sessions(agency uuid, iss text, sub text, sid text, at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with ended as (
    update session s set ended_at = at from account a
    where a.id = s.account_id and a.agency_id = agency and s.opened_with = 'agency' and s.ended_at is null
      and (sid is null or s.provider_sid = sid)
      and (sub is null or exists (select from provider_account p where p.account_id = a.id and p.issuer = iss and p.subject = sub))
      and (sid is not null or sub is not null)
    returning s.id, s.account_id),
  written as (
    insert into audit (account_id, agency_id, session_id, action, channel, happened_at, details)
    select account_id, agency, id, 'sign-out', 'web', at, '{"by": "agency"}' from ended)
  select count(*)::int from ended
$$;

do $$
declare f text;
begin
  foreach f in array array['list_provider_agencies()', 'find_provider(uuid)',
    'keep_provider_sign_in(bytea, uuid, uuid, text, text, text, text, timestamptz)', 'take_provider_sign_in(bytea, uuid, timestamptz)',
    'find_provider_account(uuid, text, text, text)', 'link_provider_account(text, text, timestamptz)',
    'end_provider_sessions(uuid, text, text, text, timestamptz)'] loop
    execute format('alter function %s owner to throughline_rules', f);
    execute format('grant execute on function %s to throughline_app', f);
  end loop;
end $$;
