-- Who brings this token, before anybody is known: the app has no right to read a token's hash. A token that is used says
-- so once a day, in the same statement.
drop function if exists find_caller(bytea, timestamptz); -- what it returns has grown
create function find_caller(token bytea, at timestamptz) returns table (
  opens text, token_id uuid, account_id uuid, agency_id uuid, name text, roles text[], agency_name text, agency_kind text, team_ids uuid[])
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  seen date;
  today date := (at at time zone 'Europe/London')::date;
begin
  select k.opens, k.id, a.id, a.agency_id, a.name, a.roles, g.name, g.kind,
    array(select t.id from team t where t.agency_id = a.agency_id and t.closed_on is null), k.seen_on
  into opens, token_id, account_id, agency_id, name, roles, agency_name, agency_kind, team_ids, seen
  from api_token k join account a on a.id = k.account_id join agency g on g.id = a.agency_id
  where k.token_hash = token and k.revoked_at is null and a.is_integration and a.disabled_at is null and g.closed_on is null;
  if not found then return; end if;
  if seen is distinct from today then
    update api_token set seen_on = today where id = token_id;
  end if;
  return next;
end $$;
alter function find_caller owner to throughline_rules;
grant execute on function find_caller(bytea, timestamptz) to throughline_app;
