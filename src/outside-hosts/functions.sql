-- Whether this server may ask a host. Sign-in asks before anybody is known.
create or replace function is_permitted_host(asked text) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from outside_host where host = asked and removed_at is null)
$$;
alter function is_permitted_host owner to throughline_rules;
grant execute on function is_permitted_host(text) to throughline_app;

-- What agencies let go out, for a coordinator: they see the settings of their own agency alone.
create or replace function list_outside_uses() returns table (kind text, address text, agency_name text, last_used_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_coordinator() then raise exception 'list_outside_uses: not for this account' using errcode = '42501'; end if;
  return query
  select 'webhook', w.url, g.name,
    (select max(y.tried_at) from webhook_message m join webhook_try y on y.message_id = m.id where m.webhook_id = w.id)
  from webhook w join api_token t on t.id = w.token_id join account a on a.id = t.account_id join agency g on g.id = a.agency_id
  where w.removed_at is null and t.revoked_at is null
  union all
  select 'provider', r.issuer, g.name, (
    select max(s.started_at) from session s join account a on a.id = s.account_id
    where a.agency_id = r.agency_id and s.opened_with = 'agency')
  from agency_sign_in r join agency g on g.id = r.agency_id where r.issuer is not null
  union all
  select 'mail', null, null, (select max(m.sent_at) from mail m);
end $$;
alter function list_outside_uses owner to throughline_rules;
grant execute on function list_outside_uses() to throughline_app;
