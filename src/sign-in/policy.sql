-- No grant at all: only the functions beside this file reach these tables.
-- owns password
-- owns session
-- owns sign_in_attempt
-- owns password_link
-- owns one_time_secret
-- owns recovery_code
-- owns half_sign_in
-- owns passkey
-- owns passkey_challenge

-- An agency's administrator keeps how its workers sign in.
create policy agency_sign_in_seen on agency_sign_in for select to throughline_app using (
  agency_id = (select acting_agency()) and ((select is_administrator()) or (select is_coordinator())));
create policy agency_sign_in_made on agency_sign_in for insert to throughline_app with check (
  agency_id = (select acting_agency()) and ((select is_administrator()) or (select is_coordinator())));
create policy agency_sign_in_set on agency_sign_in for update to throughline_app using (
  agency_id = (select acting_agency()) and ((select is_administrator()) or (select is_coordinator())));
grant select (agency_id, second_step_since), insert (agency_id, second_step_since), update (second_step_since) on agency_sign_in to throughline_app;
grant select (issuer, client_id, email_domains, is_password_off), insert (issuer, client_id, client_secret, email_domains, is_password_off),
  update (issuer, client_id, client_secret, email_domains, is_password_off) on agency_sign_in to throughline_app;
-- owns agency_sign_in
-- owns provider_account
-- owns provider_sign_in
