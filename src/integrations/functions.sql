-- Who brings this token, before anybody is known: the app has no right to read a token's hash. A token that is used says
-- so once a day, in the same statement.
drop function if exists find_caller(bytea, timestamptz); -- what it returns has grown
create function find_caller(token bytea, at timestamptz) returns table (
  opens text, token_id uuid, account_id uuid, agency_id uuid, name text, roles text[], agency_name text, agency_kind text, team_ids uuid[])
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  found api_token%rowtype;
  today date := (at at time zone 'Europe/London')::date;
begin
  select * into found from api_token where token_hash = token and revoked_at is null;
  if found.id is null then return; end if;
  if found.seen_on is distinct from today then
    update api_token set seen_on = today where id = found.id;
  end if;
  return query
  select found.opens, found.id, a.id, a.agency_id, a.name, a.roles, g.name, g.kind,
    array(select t.id from team t where t.agency_id = a.agency_id and t.closed_on is null)
  from account a join agency g on g.id = a.agency_id
  where a.id = found.account_id and a.is_integration and a.disabled_at is null and g.closed_on is null;
end $$;
alter function find_caller owner to throughline_rules;
grant execute on function find_caller(bytea, timestamptz) to throughline_app;
