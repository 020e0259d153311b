-- The first partnership, its founding agreement, its first agency and whoever starts it, before anybody can sign in. Works
-- once: two that come at the same moment wait for each other, and the second is told no (null).
create or replace function set_up_partnership(
  partnership jsonb, first_agency jsonb, administrator jsonb, password_hash text, link_token bytea, at timestamptz)
returns table (account_id uuid, agency_id uuid)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  partnership_id uuid; agency uuid; account uuid;
begin
  perform pg_advisory_xact_lock(7263402);
  if exists (select from public.partnership) then return; end if;

  insert into public.partnership (name, jurisdiction, locale, made_at)
  values (partnership->>'name', partnership->>'jurisdiction', partnership->>'locale', at) returning id into partnership_id;
  perform make_founding_agreement(at::date);
  insert into public.agency (code, kind, name, made_at)
  values (first_agency->>'code', first_agency->>'kind', first_agency->>'name', at) returning id into agency;
  insert into agreement_party (agreement_id, agency_id) select id, agency from agreement;
  insert into public.account (agency_id, email, name, roles, locale, invited_at, made_at)
  values (agency, administrator->>'email', administrator->>'name', '{ADMINISTRATOR,COORDINATOR}', partnership->>'locale',
    case when password_hash is null then at end, at)
  returning id into account;
  if password_hash is not null then
    insert into password (account_id, hash, changed_at) values (account, password_hash, at);
  else
    insert into password_link (token_hash, account_id, made_at, expires_at) values (link_token, account, at, at + interval '7 days');
  end if;
  insert into event (name, subject_id, field_group, agency_id, actor_id, happened_at)
  values ('partnership.set-up', partnership_id, 'administration', agency, account, at);
  insert into audit (account_id, agency_id, action, channel, happened_at, details)
  values (account, agency, 'admin', 'web', at, '{"events": ["partnership.set-up"]}');
  return query select account, agency;
end $$;
alter function set_up_partnership owner to throughline_rules;
grant execute on function set_up_partnership(jsonb, jsonb, jsonb, text, bytea, timestamptz) to throughline_app;
