create policy step_seen on step for select to throughline_app using (
  owner_agency_id = (select acting_agency()) or exists (select from sight where sight.case_id = step.case_id and 'plan' = any(sight.reads)));
create policy step_added on step for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = step.case_id and 'plan' = any(sight.writes)));
create policy step_changed on step for update to throughline_app using (
  exists (select from sight where sight.case_id = step.case_id and 'plan' = any(sight.writes)));
grant select, insert, update on step to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy step_not_closed on step as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Goals belong to the plan. Whose they are and who wrote them down never changes.
create policy goal_seen on goal for select to throughline_app using (
  exists (select from sight where sight.case_id = goal.case_id and 'plan' = any(sight.reads)));
create policy goal_added on goal for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and exists (select from sight where sight.case_id = goal.case_id and 'plan' = any(sight.writes)));
create policy goal_changed on goal for update to throughline_app using (
  exists (select from sight where sight.case_id = goal.case_id and 'plan' = any(sight.writes)));
grant select, insert on goal to throughline_app;
grant update (words, kind, pathways, need_ids, status, status_reason, closed_at, version) on goal to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy goal_not_closed on goal as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- A review stays as it was made: it is the version that people agreed to, or did not.
create policy plan_review_seen on plan_review for select to throughline_app using (
  exists (select from sight where sight.case_id = plan_review.case_id and 'plan' = any(sight.reads)));
create policy plan_review_added on plan_review for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and exists (select from sight where sight.case_id = plan_review.case_id and 'plan' = any(sight.writes)));
grant select, insert on plan_review to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy plan_review_not_closed on plan_review as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Written at the person's own door alone (src/own-door), read by whoever reads the plan.
create policy plan_reply_seen on plan_reply for select to throughline_app using (
  exists (select from sight where sight.case_id = plan_reply.case_id and 'plan' = any(sight.reads)));
grant select on plan_reply to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy plan_reply_not_closed on plan_reply as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Lead times are no secret. A coordinator adds the next edition; what counted before stays.
create policy lead_time_seen on lead_time_edition for select to throughline_app using (true);
create policy lead_time_added on lead_time_edition for insert to throughline_app with check ((select is_coordinator()) and made_by = (select acting_user()));
grant select, insert on lead_time_edition to throughline_app;
