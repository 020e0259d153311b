-- What a worker can hold is for themselves and the managers of their agency.
create policy worker_capacity_seen on worker_capacity for select to throughline_app using (
  account_id = (select acting_user()) or ((select is_manager()) and exists (
    select from account a where a.id = worker_capacity.account_id and a.agency_id = (select acting_agency()))));
create policy worker_capacity_set on worker_capacity for insert to throughline_app with check (
  set_by = (select acting_user()) and (select is_manager()) and exists (
    select from account a where a.id = worker_capacity.account_id and a.agency_id = (select acting_agency())));
create policy worker_capacity_changed on worker_capacity for update to throughline_app using (
  (select is_manager()) and exists (
    select from account a where a.id = worker_capacity.account_id and a.agency_id = (select acting_agency())))
  with check (set_by = (select acting_user()) and exists (
    select from account a where a.id = worker_capacity.account_id and a.agency_id = (select acting_agency())));
grant select, insert on worker_capacity to throughline_app;
grant update (hours_per_week, works_on, most_points, languages, set_by, set_at) on worker_capacity to throughline_app;

-- Why somebody is away is theirs and their manager's; colleagues learn until when, from who_is_away().
create policy worker_absence_seen on worker_absence for select to throughline_app using (
  account_id = (select acting_user()) or ((select is_manager()) and exists (
    select from account a where a.id = worker_absence.account_id and a.agency_id = (select acting_agency()))));
-- Everybody says when they are away themselves. Who stands in sees their people, and so a manager names them: a worker of the same agency.
create policy worker_absence_stated on worker_absence for insert to throughline_app with check (
  made_by = (select acting_user()) and ended_at is null
  and exists (select from account a where a.id = worker_absence.account_id and a.agency_id = (select acting_agency()))
  and ((select is_manager()) or (account_id = (select acting_user()) and cover_account_id is null))
  and (cover_account_id is null or exists (select from account a where a.id = worker_absence.cover_account_id
    and a.agency_id = (select acting_agency()) and a.disabled_at is null and a.roles && array['WORKER', 'MANAGER'])));
create policy worker_absence_changed on worker_absence for update to throughline_app using (
  account_id = (select acting_user()) or ((select is_manager()) and exists (
    select from account a where a.id = worker_absence.account_id and a.agency_id = (select acting_agency()))))
  with check (ended_at is not null or ((select is_manager()) and exists (
    select from account a where a.id = worker_absence.account_id and a.agency_id = (select acting_agency()))
    and (cover_account_id is null or exists (select from account a where a.id = worker_absence.cover_account_id
      and a.agency_id = (select acting_agency()) and a.disabled_at is null and a.roles && array['WORKER', 'MANAGER']))));
grant select, insert on worker_absence to throughline_app;
grant update (ended_at, cover_account_id) on worker_absence to throughline_app;

-- The rule is no secret; a coordinator makes its next edition.
create policy management_rule_seen on management_rule for select to throughline_app using ((select acting_user()) is not null);
create policy management_rule_made on management_rule for insert to throughline_app with check (
  made_by = (select acting_user()) and (select is_coordinator()) and replaced_at is null);
create policy management_rule_replaced on management_rule for update to throughline_app
  using (replaced_at is null and (select is_coordinator())) with check (replaced_at is not null);
grant select, insert on management_rule to throughline_app;
grant update (replaced_at) on management_rule to throughline_app;

-- It tells of risk, and so it is seen with that part of the case.
create policy case_management_seen on case_management for select to throughline_app using (
  exists (select from sight where sight.case_id = case_management.case_id and 'risk' = any(sight.reads)));
create policy case_management_stated on case_management for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and replaced_at is null
  and exists (select from sight where sight.case_id = case_management.case_id and sight.person_id = case_management.person_id
    and 'risk' = any(sight.writes)));
create policy case_management_replaced on case_management for update to throughline_app using (
  exists (select from sight where sight.case_id = case_management.case_id and 'risk' = any(sight.writes)))
  with check (replaced_at is not null);
grant select, insert on case_management to throughline_app;
grant update (replaced_at) on case_management to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy case_management_not_closed on case_management as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy caseload_move_seen on caseload_move for select to throughline_app using (
  (select is_manager()) and exists (select from account a where a.id = from_account_id and a.agency_id = (select acting_agency())));
create policy caseload_move_made on caseload_move for insert to throughline_app with check (
  made_by = (select acting_user()) and (select is_manager())
  and exists (select from account a where a.id = from_account_id and a.agency_id = (select acting_agency())));
create policy caseload_move_undone on caseload_move for update to throughline_app using (
  undone_at is null and (select is_manager())
  and exists (select from account a where a.id = from_account_id and a.agency_id = (select acting_agency())))
  with check (undone_at is not null);
grant select, insert on caseload_move to throughline_app;
grant update (undone_at) on caseload_move to throughline_app;
