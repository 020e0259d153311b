-- Who may write in the plan may start the door. Nobody reads a code or a session back: the functions beside this file compare them.
create policy own_door_code_started on own_door_code for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and started_by = (select acting_user())
  and exists (select from sight where sight.case_id = own_door_code.case_id and sight.person_id = own_door_code.person_id
    and 'plan' = any(sight.writes)));
grant insert on own_door_code to throughline_app;

-- What the person said is read by whoever works on the plan, and answered by whoever may write in it.
create policy own_request_seen on own_request for select to throughline_app using (
  exists (select from sight where sight.case_id = own_request.case_id and 'plan' = any(sight.reads)));
-- An answer stays as it was given.
create policy own_request_answered on own_request for update to throughline_app using (
  answered_at is null and exists (select from sight where sight.case_id = own_request.case_id and 'plan' = any(sight.writes)))
  with check (answered_by = (select acting_user()));
grant select on own_request to throughline_app;
grant update (answer, answered_at, answered_by) on own_request to throughline_app;
