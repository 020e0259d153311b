-- An import is its agency's own.
create policy mapping_of_mine on import_mapping to throughline_app using (agency_id = (select acting_agency())) with check (agency_id = (select acting_agency()));
grant select, insert, update on import_mapping to throughline_app;
create policy batch_of_mine on import_batch to throughline_app using (agency_id = (select acting_agency())) with check (agency_id = (select acting_agency()));
grant select, insert, update on import_batch to throughline_app;
create policy row_of_mine on import_row to throughline_app using (owner_agency_id = (select acting_agency())) with check (owner_agency_id = (select acting_agency()));
grant select, insert, update, delete on import_row to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy import_row_not_closed on import_row as restrictive to throughline_app
  using (person_id is null or person_id <> all((select people_closed())::uuid[]));
