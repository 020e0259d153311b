-- Seen by who used it, by the managers of the agency that answers for the record, and by the coordinators once a review is late.
create policy break_glass_seen on break_glass for select to throughline_app using (
  account_id = (select acting_user())
  or (owner_agency_id = (select acting_agency()) and (select is_manager()) and person_id <> all((select people_barred())::uuid[]))
  or (escalated_at is not null and (select is_coordinator())));
-- Reviewed once, by somebody else.
create policy break_glass_reviewed on break_glass for update to throughline_app
  using (reviewed_at is null and person_id is not null and account_id <> (select acting_user())
    and ((owner_agency_id = (select acting_agency()) and (select is_manager()) and person_id <> all((select people_barred())::uuid[]))
      or (escalated_at is not null and (select is_coordinator()))))
  with check (reviewed_by = (select acting_user()));
grant select on break_glass to throughline_app;
grant update (reviewed_by, reviewed_at, finding, finding_words) on break_glass to throughline_app;
