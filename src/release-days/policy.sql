-- Read by every worker, kept by the coordinators.
create policy leg_seen on travel_leg for select to throughline_app using (true);
create policy leg_added on travel_leg for insert to throughline_app with check ((select is_coordinator()) and changed_by = (select acting_user()));
create policy leg_changed on travel_leg for update to throughline_app using ((select is_coordinator())) with check (changed_by = (select acting_user()));
create policy leg_removed on travel_leg for delete to throughline_app using ((select is_coordinator()));
grant select, insert, update, delete on travel_leg to throughline_app;
create policy hours_seen on place_hours for select to throughline_app using (true);
create policy hours_added on place_hours for insert to throughline_app with check ((select is_coordinator()) and changed_by = (select acting_user()));
create policy hours_changed on place_hours for update to throughline_app using ((select is_coordinator())) with check (changed_by = (select acting_user()));
grant select, insert, update on place_hours to throughline_app;
create policy release_day_seen on release_day for select to throughline_app using (
  exists (select from sight where sight.case_id = release_day.case_id and 'plan' = any(sight.reads)));
create policy release_day_added on release_day for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and changed_by = (select acting_user()) and exists (select from sight where sight.case_id = release_day.case_id and 'plan' = any(sight.writes)));
create policy release_day_changed on release_day for update to throughline_app using (
  exists (select from sight where sight.case_id = release_day.case_id and 'plan' = any(sight.writes)));
grant select, insert on release_day to throughline_app;
grant update (gate_place, gate_minute, home_place, cash_in_pence, mode, meets_name, meeting_confirmed_at, meeting_confirmed_by, changed_by, changed_at, version) on release_day to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy release_day_not_closed on release_day as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy release_stop_seen on release_stop for select to throughline_app using (
  exists (select from sight where sight.case_id = release_stop.case_id and release_stop.field_group = any(sight.reads)));
create policy release_stop_added on release_stop for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and exists (select from sight where sight.case_id = release_stop.case_id and release_stop.field_group = any(sight.writes)));
create policy release_stop_changed on release_stop for update to throughline_app using (
  exists (select from sight where sight.case_id = release_stop.case_id and release_stop.field_group = any(sight.writes)));
grant select, insert on release_stop to throughline_app;
grant update (removed_at) on release_stop to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy release_stop_not_closed on release_stop as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy first_contact_seen on first_contact for select to throughline_app using (
  exists (select from sight where sight.case_id = first_contact.case_id and 'plan' = any(sight.reads)));
create policy first_contact_added on first_contact for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and recorded_by = (select acting_user()) and exists (select from sight where sight.case_id = first_contact.case_id and 'plan' = any(sight.writes)));
grant select, insert on first_contact to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy first_contact_not_closed on first_contact as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy contact_day_seen on first_contact_day for select to throughline_app using (true);
create policy contact_day_added on first_contact_day for insert to throughline_app with check ((select is_coordinator()));
create policy contact_day_removed on first_contact_day for delete to throughline_app using ((select is_coordinator()));
grant select, insert, delete on first_contact_day to throughline_app;
