-- Seen by the agency that answered for the case, by whoever ended it or its manager; and, once the case is open again, by who sees it.
create policy ending_seen on case_ending for select to throughline_app using (
  owner_agency_id = (select acting_agency()) and (ended_by = (select acting_user()) or (select is_manager()))
  or exists (select from sight where sight.case_id = case_ending.case_id and 'identity' = any(sight.reads)));
-- Ended by the agency that answers for it: by whoever works on the whole of it, or its manager.
create policy ending_made on case_ending for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and ended_by = (select acting_user()) and reopened_at is null
  and may_end_case(case_id, person_id));
create policy ending_undone on case_ending for update to throughline_app
  using (owner_agency_id = (select acting_agency()) and (ended_by = (select acting_user()) or (select is_manager())))
  with check (reopened_by = (select acting_user()));
grant select, insert on case_ending to throughline_app;
grant update (reopened_at, reopened_by, reopen_words) on case_ending to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy ending_not_closed on case_ending as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
