create policy custody_seen on custody for select to throughline_app using (
  exists (select from access where access.person_id = custody.person_id and access.field_group = 'custody'));
create policy custody_added on custody for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from access where access.person_id = custody.person_id and access.field_group = 'custody' and access.may_contribute));
create policy custody_changed on custody for update to throughline_app using (
  exists (select from access where access.person_id = custody.person_id and access.field_group = 'custody' and access.may_contribute));
create policy custody_removed on custody for delete to throughline_app using (
  exists (select from access where access.person_id = custody.person_id and access.field_group = 'custody' and access.may_contribute));
grant select, insert, update, delete on custody to throughline_app;

create policy release_date_seen on release_date for select to throughline_app using (
  exists (select from access where access.person_id = release_date.person_id and access.field_group = 'custody'));
create policy release_date_added on release_date for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from access where access.person_id = release_date.person_id and access.field_group = 'custody' and access.may_contribute));
create policy release_date_changed on release_date for update to throughline_app using (
  exists (select from access where access.person_id = release_date.person_id and access.field_group = 'custody' and access.may_contribute));
create policy release_date_removed on release_date for delete to throughline_app using (
  exists (select from access where access.person_id = release_date.person_id and access.field_group = 'custody' and access.may_contribute));
grant select, insert, update, delete on release_date to throughline_app;
