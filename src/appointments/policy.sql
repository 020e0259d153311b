create policy appointment_seen on appointment for select to throughline_app using (
  owner_agency_id = (select acting_agency()) or exists (select from sight where sight.case_id = appointment.case_id and 'plan' = any(sight.reads)));
create policy appointment_added on appointment for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = appointment.case_id and 'plan' = any(sight.writes)));
create policy appointment_changed on appointment for update to throughline_app using (
  exists (select from sight where sight.case_id = appointment.case_id and 'plan' = any(sight.writes)));
grant select, insert, update on appointment to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy appointment_not_closed on appointment as restrictive to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
