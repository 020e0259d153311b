-- What an agency promised is its own; who answers for it reads it.
create policy funder_target_seen on funder_target for select to throughline_app using (
  agency_id = (select acting_agency()) and ((select is_manager()) or (select is_treasurer())));
create policy funder_target_set on funder_target for insert to throughline_app with check (
  agency_id = (select acting_agency()) and ((select is_manager()) or (select is_treasurer())) and made_by = (select acting_user()));
create policy funder_target_removed on funder_target for update to throughline_app using (
  agency_id = (select acting_agency()) and ((select is_manager()) or (select is_treasurer())));
grant select, insert on funder_target to throughline_app;
grant update (removed_at) on funder_target to throughline_app;
