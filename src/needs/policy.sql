-- A need that a restricted answer raised needs sight of risk besides.
create policy need_seen on need for select to throughline_app using (
  (owner_agency_id = (select acting_agency()) or exists (select from sight where sight.case_id = need.case_id and 'needs' = any(sight.reads)))
  and (not is_restricted or exists (select from sight where sight.case_id = need.case_id and 'risk' = any(sight.reads))));
create policy need_added on need for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = need.case_id and 'needs' = any(sight.writes)));
create policy need_changed on need for update to throughline_app using (
  exists (select from sight where sight.case_id = need.case_id and 'needs' = any(sight.writes)));
grant select, insert, update on need to throughline_app;

create policy need_version_seen on need_version for select to throughline_app using (
  exists (select from need where need.id = need_version.need_id));
create policy need_version_kept on need_version for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from need where need.id = need_version.need_id));
grant select, insert on need_version to throughline_app;

create policy pathway_status_seen on pathway_status for select to throughline_app using (
  exists (select from sight where sight.case_id = pathway_status.case_id and 'needs' = any(sight.reads)));
create policy pathway_status_added on pathway_status for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = pathway_status.case_id and 'needs' = any(sight.writes)));
create policy pathway_status_changed on pathway_status for update to throughline_app using (
  exists (select from sight where sight.case_id = pathway_status.case_id and 'needs' = any(sight.writes)));
grant select, insert, update on pathway_status to throughline_app;

create policy pathway_status_version_seen on pathway_status_version for select to throughline_app using (
  exists (select from sight where sight.case_id = pathway_status_version.case_id and 'needs' = any(sight.reads)));
create policy pathway_status_version_kept on pathway_status_version for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = pathway_status_version.case_id and 'needs' = any(sight.writes)));
grant select, insert on pathway_status_version to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy need_not_closed on need as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
