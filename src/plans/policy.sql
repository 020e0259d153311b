create policy step_seen on step for select to throughline_app using (
  owner_agency_id = (select acting_agency()) or exists (select from access where access.case_id = step.case_id and access.field_group = 'plan'));
create policy step_added on step for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from access where access.case_id = step.case_id and access.field_group = 'plan' and access.may_contribute));
create policy step_changed on step for update to throughline_app using (
  exists (select from access where access.case_id = step.case_id and access.field_group = 'plan' and access.may_contribute));
grant select, insert, update on step to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy step_not_closed on step as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
