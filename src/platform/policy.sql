-- A change is seen by whoever may see the part of the case that it belongs to, and by the agency that made it.
create policy event_seen_with_its_part on event for select to throughline_app using (
  agency_id = (select acting_agency())
  or exists (select from sight where sight.case_id = event.case_id and event.field_group = any(sight.reads)));
grant select on event to throughline_app; -- keep_events() alone writes, in the name that was signed

create policy done_by_me on done_request to throughline_app, portal_mentor
  using (account_id = (select acting_user())) with check (account_id = (select acting_user()));
grant select, insert, update on done_request to throughline_app;
grant select, insert on done_request to portal_mentor;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy event_not_closed on event as restrictive for select to throughline_app
  using (person_id is null or person_id <> all((select people_closed())::uuid[]));
