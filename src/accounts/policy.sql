-- An agency's administrator says from when until when somebody works there.
create policy account_term_seen on account_term for select to throughline_app using (exists (
  select from account a where a.id = account_id and a.agency_id = (select acting_agency())
    and ((select is_administrator()) or (select is_coordinator()) or (select is_system()))));
create policy account_term_made on account_term for insert to throughline_app with check (exists (
  select from account a where a.id = account_id and a.agency_id = (select acting_agency())
    and ((select is_administrator()) or (select is_coordinator()))));
create policy account_term_set on account_term for update to throughline_app using (exists (
  select from account a where a.id = account_id and a.agency_id = (select acting_agency())
    and ((select is_administrator()) or (select is_coordinator()))));
grant select, insert, update on account_term to throughline_app;
