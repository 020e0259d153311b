-- Conditions belong to the custody part of a case, and so does that they were explained; worries to the plan.
create policy licence_condition_seen on licence_condition for select to throughline_app using (
  exists (select from sight where sight.case_id = licence_condition.case_id and 'custody' = any(sight.reads)));
create policy licence_condition_added on licence_condition for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and exists (select from sight where sight.case_id = licence_condition.case_id and 'custody' = any(sight.writes)));
create policy licence_condition_changed on licence_condition for update to throughline_app using (
  exists (select from sight where sight.case_id = licence_condition.case_id and 'custody' = any(sight.writes)));
grant select, insert on licence_condition to throughline_app;
grant update (ended_at, ended_by) on licence_condition to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy licence_condition_not_closed on licence_condition as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy licence_explanation_seen on licence_explanation for select to throughline_app using (
  exists (select from sight where sight.case_id = licence_explanation.case_id and 'custody' = any(sight.reads)));
create policy licence_explanation_added on licence_explanation for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and explained_by = (select acting_user()) and exists (select from sight where sight.case_id = licence_explanation.case_id and 'custody' = any(sight.writes)));
grant select, insert on licence_explanation to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy licence_explanation_not_closed on licence_explanation as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy licence_worry_seen on licence_worry for select to throughline_app using (
  exists (select from sight where sight.case_id = licence_worry.case_id and 'plan' = any(sight.reads)));
create policy licence_worry_added on licence_worry for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and raised_by = (select acting_user()) and exists (select from sight where sight.case_id = licence_worry.case_id and 'plan' = any(sight.writes)));
create policy licence_worry_changed on licence_worry for update to throughline_app using (
  exists (select from sight where sight.case_id = licence_worry.case_id and 'plan' = any(sight.writes)));
grant select, insert on licence_worry to throughline_app;
grant update (answer, answered_by, answered_at) on licence_worry to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy licence_worry_not_closed on licence_worry as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
