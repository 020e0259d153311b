-- Managers alone: of the agency that hands the copy over, and of each agency that owns something of it. The system builds and counts days.
create policy subject_access_request_seen on subject_access_request for select to throughline_app using (
  (select is_system()) or ((select is_manager()) and (owner_agency_id = (select acting_agency())
    or id in (select p.request_id from subject_access_part p where p.owner_agency_id = (select acting_agency())))));
create policy subject_access_request_logged on subject_access_request for insert to throughline_app with check (
  (select is_manager()) and owner_agency_id = (select acting_agency())
  and logged_by = (select acting_user()) and collected_at is null and own_request_id is null
  and exists (select from sight where sight.case_id = subject_access_request.case_id
    and sight.person_id = subject_access_request.person_id and 'identity' = any(sight.reads)));
create policy subject_access_request_kept on subject_access_request for update to throughline_app using (
  (select is_system()) or ((select is_manager()) and owner_agency_id = (select acting_agency())));
create policy subject_access_request_not_closed on subject_access_request as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
grant select, insert on subject_access_request to throughline_app;
grant update (proof, proved_on, extended_at, extended_by, extension_reason, withdrawn_at, withdrawn_by,
  withdrawn_reason, version) on subject_access_request to throughline_app;

create policy subject_access_pause_seen on subject_access_pause for select to throughline_app using (
  exists (select from subject_access_request r where r.id = request_id));
create policy subject_access_pause_asked on subject_access_pause for insert to throughline_app with check (
  (select is_manager()) and owner_agency_id = (select acting_agency()) and asked_by = (select acting_user())
  and exists (select from subject_access_request r where r.id = request_id and r.person_id = subject_access_pause.person_id
    and r.owner_agency_id = (select acting_agency())));
create policy subject_access_pause_answered on subject_access_pause for update to throughline_app using (
  (select is_manager()) and owner_agency_id = (select acting_agency()) and answered_on is null)
  with check (answered_on is not null);
create policy subject_access_pause_not_closed on subject_access_pause as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
grant select, insert on subject_access_pause to throughline_app;
grant update (answered_on) on subject_access_pause to throughline_app;

-- Who hands the copy over knows of the parts that go into it. That an agency answers apart is known to that agency alone.
create policy subject_access_part_seen on subject_access_part for select to throughline_app using (
  (select is_system()) or ((select is_manager()) and (owner_agency_id = (select acting_agency())
    or (handling_agency_id = (select acting_agency()) and not is_apart))));
create policy subject_access_part_decided on subject_access_part for update to throughline_app
  using ((select is_system()) or ((select is_manager()) and owner_agency_id = (select acting_agency()) and checked_at is null))
  -- The second check is another person's than any who decided.
  with check ((select is_system()) or checked_at is null or (checked_by = (select acting_user()) and decided_by <> checked_by and not exists (
    select from subject_access_item i where i.part_id = subject_access_part.id
      and (i.decided_by = (select acting_user()) or i.decision is null))));
create policy subject_access_part_not_closed on subject_access_part as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
grant select on subject_access_part to throughline_app;
grant update (decided_at, decided_by, checked_at, checked_by, returned_words, told_at, told_late_at) on subject_access_part to throughline_app;

-- What an item says is for its owner alone, until it decides that it goes out.
create policy subject_access_item_seen on subject_access_item for select to throughline_app using (
  (select is_system()) or ((select is_manager()) and owner_agency_id = (select acting_agency())));
create policy subject_access_item_decided on subject_access_item for update to throughline_app
  using ((select is_manager()) and owner_agency_id = (select acting_agency()) and exists (
    select from subject_access_part p where p.id = part_id and p.decided_at is null))
  with check (decided_by = (select acting_user()));
create policy subject_access_item_not_closed on subject_access_item as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
grant select on subject_access_item to throughline_app;
grant update (decision, exemption, marks, decided_by, decided_at, version) on subject_access_item to throughline_app;

create policy subject_access_bundle_seen on subject_access_bundle for select to throughline_app using (
  (select is_system()) or ((select is_manager()) and owner_agency_id = (select acting_agency())));
create policy subject_access_bundle_built on subject_access_bundle for insert to throughline_app with check ((select is_system()));
create policy subject_access_bundle_given on subject_access_bundle for update to throughline_app using (
  given_at is null and ((select is_system()) or ((select is_manager()) and owner_agency_id = (select acting_agency()))))
  with check (given_by is null or given_by = (select acting_user()));
create policy subject_access_bundle_not_closed on subject_access_bundle as restrictive to throughline_app using (
  (select is_system()) or person_id <> all((select people_closed())::uuid[]));
grant select, insert on subject_access_bundle to throughline_app;
grant update (pdf, json, pdf_hash, json_hash, item_count, built_at, pdf_taken_at, json_taken_at, taken_by, given_on, given_to, given_how,
  given_by, given_at) on subject_access_bundle to throughline_app;
