-- An agency's administrator keeps its tokens. Nobody reads a hash: only the function beside this file compares it.
create policy api_token_seen on api_token for select to throughline_app using (
  (is_administrator() or is_coordinator())
  and exists (select from account a where a.id = account_id and a.agency_id = (select acting_agency())));
create policy api_token_made on api_token for insert to throughline_app with check (
  (is_administrator() or is_coordinator()) and made_by = (select acting_user())
  and exists (select from account a where a.id = account_id and a.is_integration and a.agency_id = (select acting_agency())));
create policy api_token_revoked on api_token for update to throughline_app using (
  (is_administrator() or is_coordinator())
  and exists (select from account a where a.id = account_id and a.agency_id = (select acting_agency())));
grant select (id, account_id, name, made_by, made_at, seen_on, revoked_at, opens) on api_token to throughline_app;
grant insert on api_token to throughline_app;
grant update (revoked_at) on api_token to throughline_app;
