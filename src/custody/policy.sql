create policy custody_seen on custody for select to throughline_app using (
  exists (select from sight where sight.person_id = custody.person_id and 'custody' = any(sight.reads)));
create policy custody_added on custody for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.person_id = custody.person_id and 'custody' = any(sight.writes)));
create policy custody_changed on custody for update to throughline_app using (
  exists (select from sight where sight.person_id = custody.person_id and 'custody' = any(sight.writes)));
create policy custody_removed on custody for delete to throughline_app using (
  exists (select from sight where sight.person_id = custody.person_id and 'custody' = any(sight.writes)));
grant select, insert, update, delete on custody to throughline_app;

create policy release_date_seen on release_date for select to throughline_app using (
  exists (select from sight where sight.person_id = release_date.person_id and 'custody' = any(sight.reads)));
create policy release_date_added on release_date for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.person_id = release_date.person_id and 'custody' = any(sight.writes)));
create policy release_date_changed on release_date for update to throughline_app using (
  exists (select from sight where sight.person_id = release_date.person_id and 'custody' = any(sight.writes)));
create policy release_date_removed on release_date for delete to throughline_app using (
  exists (select from sight where sight.person_id = release_date.person_id and 'custody' = any(sight.writes)));
grant select, insert, update, delete on release_date to throughline_app;

create policy movement_seen on movement for select to throughline_app using (
  exists (select from sight where sight.person_id = movement.person_id and 'custody' = any(sight.reads))
  or entered_by = (select acting_user())); -- to take it back, when the person has left their sight with it
create policy movement_entered on movement for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and entered_by = (select acting_user())
  and exists (select from case_file c where c.id = case_id and c.person_id = movement.person_id)
  and (to_agency_id is null or exists (select from agency y where y.id = to_agency_id and y.kind = 'prison' and y.closed_on is null))
  and exists (select from sight where sight.case_id = movement.case_id and 'custody' = any(sight.writes)));
-- Which may be taken back, until when and by whom is watched by movement_undone().
create policy movement_taken_back on movement for update to throughline_app
  using (entered_by = (select acting_user())) with check (entered_by = (select acting_user()));
grant select, insert on movement to throughline_app;
grant update (undone_at, undone_by) on movement to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy movement_not_closed on movement as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
