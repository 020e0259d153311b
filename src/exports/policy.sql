create policy export_limit_is_open on export_limit for select to throughline_app using ((select acting_agency()) is not null);
create policy export_limit_set on export_limit for update to throughline_app using ((select is_coordinator()));
grant select on export_limit to throughline_app;
grant update (people) on export_limit to throughline_app;

-- Seen by who asked and by the managers of their agency; withdrawn by who asked.
create policy export_request_seen on export_request for select to throughline_app using (
  owner_agency_id = (select acting_agency()) and (asked_by = (select acting_user()) or (select is_manager())));
create policy export_request_made on export_request for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and asked_by = (select acting_user()));
create policy export_request_withdrawn on export_request for update to throughline_app
  using (owner_agency_id = (select acting_agency()) and asked_by = (select acting_user()) and withdrawn_at is null)
  with check (asked_by = (select acting_user()));
grant select, insert on export_request to throughline_app;
grant update (withdrawn_at) on export_request to throughline_app;

-- Decided once, by a manager of the same agency who is not the one who asked.
create policy export_decision_seen on export_decision for select to throughline_app using (
  exists (select from export_request r where r.id = request_id));
create policy export_decision_made on export_decision for insert to throughline_app with check (
  decided_by = (select acting_user()) and (select is_manager())
  and exists (select from export_request r where r.id = request_id and r.owner_agency_id = (select acting_agency())
    and r.asked_by <> (select acting_user()) and r.withdrawn_at is null));
grant select, insert on export_decision to throughline_app;

-- Taken by who asked alone, within a day of the approval; the table's own key allows three.
create policy export_taking_seen on export_taking for select to throughline_app using (
  exists (select from export_request r where r.id = request_id));
create policy export_taking_made on export_taking for insert to throughline_app with check (
  exists (select from export_request r join export_decision d on d.request_id = r.id
    where r.id = export_taking.request_id and r.asked_by = (select acting_user()) and r.owner_agency_id = (select acting_agency())
      and r.withdrawn_at is null and d.is_approved and export_taking.taken_at < d.decided_at + interval '24 hours'));
grant select, insert on export_taking to throughline_app;
