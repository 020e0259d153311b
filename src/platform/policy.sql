-- A change is seen by whoever may see the part of the case that it belongs to, and by the agency that made it.
create policy event_seen_with_its_part on event for select to throughline_app using (
  agency_id = (select acting_agency())
  or exists (select from access where access.case_id = event.case_id and access.field_group = event.field_group));
create policy event_in_own_name on event for insert to throughline_app
  with check (agency_id = (select acting_agency()) and actor_id = (select acting_user()));
grant select, insert on event to throughline_app; -- never update, never delete

-- The app writes the audit and cannot read it back.
create policy audit_in_own_name on audit for insert to throughline_app
  with check (agency_id = (select acting_agency()) and account_id = (select acting_user()));
grant insert on audit to throughline_app;

create policy done_by_me on done_request to throughline_app
  using (account_id = (select acting_user())) with check (account_id = (select acting_user()));
grant select, insert, update on done_request to throughline_app;
