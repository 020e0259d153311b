-- The register of an agency is its managers'; the coordinators answer for the whole.
create policy breach_seen on data_breach for select to throughline_app using (
  (owner_agency_id = (select acting_agency()) and (select is_manager())) or (select is_coordinator()) or (select is_system()));
create policy breach_recorded on data_breach for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and recorded_by = (select acting_user())
  and ((select is_manager()) or (select is_coordinator())));
create policy breach_changed on data_breach for update to throughline_app
  using ((owner_agency_id = (select acting_agency()) and (select is_manager())) or (select is_coordinator()) or (select is_system()))
  with check ((owner_agency_id = (select acting_agency()) and (select is_manager())) or (select is_coordinator()) or (select is_system()));
grant select, insert, update on data_breach to throughline_app; -- nothing is deleted from a register
