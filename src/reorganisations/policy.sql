-- How agencies change is the coordinators' to plan; an administrator of either side reads it and may approve.
create policy reorganisation_seen on reorganisation for select to throughline_app using (
  (select is_coordinator()) or (select is_system())
  or ((select is_administrator()) and (select acting_agency()) in (from_agency_id, to_agency_id)));
create policy reorganisation_planned on reorganisation for insert to throughline_app with check (
  (select is_coordinator()) and planned_by = (select acting_user()) and approved_at is null and done_at is null);
create policy reorganisation_decided on reorganisation for update to throughline_app
  using (done_at is null and withdrawn_at is null and approved_at is null
    and ((select is_coordinator()) or ((select is_administrator()) and (select acting_agency()) in (from_agency_id, to_agency_id))))
  with check (done_at is null and (approved_by is null or approved_by = (select acting_user())));
grant select, insert on reorganisation to throughline_app;
grant update (approved_by, approved_at, withdrawn_at) on reorganisation to throughline_app;
