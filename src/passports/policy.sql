-- That a passport was given is known to whoever knows of the case: its code leads a worker there, and it says nothing more.
create policy passport_issue_seen on passport_issue for select to throughline_app using (
  exists (select from sight where sight.case_id = passport_issue.case_id and 'identity' = any(sight.reads)));
create policy passport_issue_added on passport_issue for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and issued_by = (select acting_user())
  and exists (select from sight where sight.case_id = passport_issue.case_id and 'plan' = any(sight.writes)));
grant select, insert on passport_issue to throughline_app;
