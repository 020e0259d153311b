-- The directory is for everybody who signed in; a provider keeps its own entries, a coordinator all.
create policy service_is_open on service for select to throughline_app using ((select acting_agency()) is not null);
create policy service_added on service for insert to throughline_app with check (agency_id = (select acting_agency()) or is_coordinator());
create policy service_kept on service for update to throughline_app using (agency_id = (select acting_agency()) or is_coordinator());
grant select, insert, update on service to throughline_app;
create policy revision_is_open on service_revision for select to throughline_app using ((select acting_agency()) is not null);
create policy revision_made on service_revision for insert to throughline_app with check (made_by = (select acting_user()));
grant select, insert on service_revision to throughline_app;
