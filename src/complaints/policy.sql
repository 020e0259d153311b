-- Read and handled by the managers of the agency complained about, never by whom it is about; where that is a manager, by the
-- coordinators as well. Whoever wrote it down reads it too.
create policy complaint_seen on complaint for select to throughline_app using (
  about_account_id is distinct from (select acting_user()) and (
    (about_agency_id = (select acting_agency()) and (select is_manager()))
    or ((select is_coordinator()) and is_about_manager(about_account_id))
    or written_by = (select acting_user()) or (select is_system())));
create policy complaint_not_closed on complaint as restrictive for select to throughline_app
  using (person_id <> all((select people_withheld())::uuid[]));
create policy complaint_written on complaint for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and written_by = (select acting_user())
  and acknowledged_at is null and answered_at is null
  and exists (select from sight a where a.case_id = complaint.case_id and a.person_id = complaint.person_id and 'identity' = any(a.reads))
  and (about_account_id is null or exists (select from account w where w.id = about_account_id and w.agency_id = about_agency_id)));
create policy complaint_handled on complaint for update to throughline_app
  using (about_account_id is distinct from (select acting_user()) and (
    (about_agency_id = (select acting_agency()) and (select is_manager()))
    or ((select is_coordinator()) and is_about_manager(about_account_id)) or (select is_system())))
  with check (coalesce(acknowledged_by, (select acting_user())) <> all(array_remove(array[about_account_id], null)));
grant select, insert on complaint to throughline_app;
grant update (acknowledged_at, acknowledged_by, answer, answered_at, answered_by, escalated_at, told_at, chased_at, version) on complaint to throughline_app;
