-- A course is for the agency that runs it; a group on a wing also for the prison. Of one to one nobody else learns that there is one.
create policy course_seen on course for select to throughline_app using (
  agency_id = (select acting_agency()) or (mode = 'GROUP' and prison_id = (select acting_agency())));
create policy course_planned on course for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()));
-- Confirmed once nobody has to be asked any more; called off or ended at any time.
create policy course_moved_on on course for update to throughline_app using (agency_id = (select acting_agency()))
  with check (confirmed_at is null or ended_at is not null or is_group_clear(id));
grant select, insert on course to throughline_app;
grant update (confirmed_at, confirmed_by, ended_at, ended_how) on course to throughline_app;

create policy facilitator_seen on course_facilitator for select to throughline_app using (exists (select from course c where c.id = course_id));
create policy facilitator_named on course_facilitator for insert to throughline_app with check (named_by = (select acting_user())
  and exists (select from course c join account a on a.agency_id = c.agency_id where c.id = course_id and a.id = account_id and c.agency_id = (select acting_agency())));
create policy facilitator_ended on course_facilitator for update to throughline_app using (
  exists (select from course c where c.id = course_id and c.agency_id = (select acting_agency())));
grant select, insert on course_facilitator to throughline_app;
grant update (ended_at) on course_facilitator to throughline_app;

create policy course_session_seen on course_session for select to throughline_app using (exists (select from course c where c.id = course_id));
create policy course_session_planned on course_session for insert to throughline_app with check (
  exists (select from course c where c.id = course_id and c.agency_id = (select acting_agency())));
create policy course_session_changed on course_session for update to throughline_app using (
  exists (select from course c where c.id = course_id and c.agency_id = (select acting_agency())));
grant select (id, course_id, number, session_key, starts_at, length_in_minutes, own_plan, catch_up_of_id, moved_from, moved_at, corrected_from, cancelled_at, version),
  insert on course_session to throughline_app;
grant update (starts_at, length_in_minutes, own_plan, moved_from, moved_at, corrected_from, cancelled_at, version) on course_session to throughline_app;

-- That somebody takes part is a part of the referrals, as that a service works with them. Only who may work with them gives a place.
create policy course_place_seen on course_place for select to throughline_app using (owner_agency_id = (select acting_agency())
  or exists (select from sight where sight.case_id = course_place.case_id and 'referrals' = any(sight.reads)));
create policy course_place_given on course_place for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and made_by = (select acting_user()) and exists (select from course c where c.id = course_id and c.agency_id = (select acting_agency()))
  and exists (select from sight where sight.case_id = course_place.case_id and sight.person_id = course_place.person_id
    and 'notes' = any(sight.writes)));
create policy course_place_changed on course_place for update to throughline_app using (owner_agency_id = (select acting_agency()));
grant select, insert on course_place to throughline_app;
grant update (enrolled_at, left_at, left_how, version) on course_place to throughline_app;
create policy course_place_not_closed on course_place as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Behind the wall: what is written in a programme is read by the agency that runs it and by nobody else, whatever an agreement grants.
create policy course_mark_seen on course_mark for select to throughline_app using (owner_agency_id = (select acting_agency()));
create policy course_mark_made on course_mark for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and taken_by = (select acting_user())
  and exists (select from course_place p join course_session s on s.course_id = p.course_id where p.id = place_id and s.id = session_id
    and p.person_id = course_mark.person_id and p.case_id = course_mark.case_id and p.owner_agency_id = (select acting_agency())));
create policy course_mark_changed on course_mark for update to throughline_app using (owner_agency_id = (select acting_agency()) and taken_by = (select acting_user()));
grant select, insert on course_mark to throughline_app;
grant update (mark, why, of_starts_at, seen_until, marked_at, written_at) on course_mark to throughline_app;
create policy course_mark_not_closed on course_mark as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy session_note_seen on course_session_note for select to throughline_app using (exists (select from course_session s join course c on c.id = s.course_id
  where s.id = session_id and c.agency_id = (select acting_agency())));
create policy session_note_written on course_session_note for insert to throughline_app with check (written_by = (select acting_user())
  and exists (select from course_session s join course c on c.id = s.course_id where s.id = session_id and c.agency_id = (select acting_agency())));
create policy session_note_changed on course_session_note for update to throughline_app using (written_by = (select acting_user()));
grant select, insert on course_session_note to throughline_app;
grant update (words, written_at) on course_session_note to throughline_app;

create policy course_entry_seen on course_entry for select to throughline_app using (owner_agency_id = (select acting_agency()));
create policy course_entry_made on course_entry for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from course_place p where p.id = place_id and p.person_id = course_entry.person_id and p.case_id = course_entry.case_id
    and p.owner_agency_id = (select acting_agency())));
grant select, insert on course_entry to throughline_app;
create policy course_entry_not_closed on course_entry as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy course_measure_seen on course_measure for select to throughline_app using (owner_agency_id = (select acting_agency()));
create policy course_measure_taken on course_measure for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from course_place p where p.id = place_id and p.person_id = course_measure.person_id and p.case_id = course_measure.case_id
    and p.owner_agency_id = (select acting_agency())));
create policy course_measure_changed on course_measure for update to throughline_app using (owner_agency_id = (select acting_agency())) with check (made_by = (select acting_user()));
grant select, insert on course_measure to throughline_app;
grant update (answers, answered_on, made_by, made_at) on course_measure to throughline_app;
create policy course_measure_not_closed on course_measure as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy observer_seen on course_observer for select to throughline_app using (exists (select from course_session s join course c on c.id = s.course_id
  where s.id = session_id and c.agency_id = (select acting_agency())));
create policy observer_asked on course_observer for insert to throughline_app with check (asked_by = (select acting_user())
  and exists (select from course_session s join course c on c.id = s.course_id where s.id = session_id and c.agency_id = (select acting_agency())));
grant select, insert on course_observer to throughline_app;

-- Cautions stand with the risk.
create policy group_caution_seen on group_caution for select to throughline_app using (
  exists (select from sight where sight.case_id = group_caution.case_id and 'risk' = any(sight.reads)));
create policy group_caution_made on group_caution for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from sight where sight.case_id = group_caution.case_id and sight.person_id = group_caution.person_id
    and 'risk' = any(sight.writes))
  and (other_person_id is null or exists (select from sight where sight.person_id = other_person_id and 'identity' = any(sight.reads))));
create policy group_caution_ended on group_caution for update to throughline_app using (
  exists (select from sight where sight.case_id = group_caution.case_id and 'risk' = any(sight.writes)));
grant select, insert on group_caution to throughline_app;
grant update (ended_at, ended_by) on group_caution to throughline_app;
create policy group_caution_not_closed on group_caution as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Decided by whoever may write of the risk; read by them and, as a bare yes or no, by who runs the course.
create policy clearance_seen on course_clearance for select to throughline_app using (
  exists (select from sight where sight.case_id = course_clearance.case_id and 'risk' = any(sight.reads))
  or exists (select from course_place p where p.id = place_id and p.owner_agency_id = (select acting_agency())));
create policy clearance_decided on course_clearance for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and decided_by = (select acting_user())
  and exists (select from sight where sight.case_id = course_clearance.case_id and sight.person_id = course_clearance.person_id
    and 'risk' = any(sight.writes))
  and exists (select from course_place p where p.id = place_id and p.person_id = course_clearance.person_id));
grant select, insert on course_clearance to throughline_app;
create policy clearance_not_closed on course_clearance as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- What could not be kept of a register from a wing is its author's alone until they settle it.
create policy unfiled_register_own on unfiled_register for select to throughline_app using (author_id = (select acting_user()));
create policy unfiled_register_kept on unfiled_register for insert to throughline_app with check (
  author_id = (select acting_user()) and owner_agency_id = (select acting_agency()) and settled_at is null
  and (session_id is null or exists (select from course_session s where s.id = session_id)));
create policy unfiled_register_settled on unfiled_register for update to throughline_app
  using (author_id = (select acting_user()) and settled_at is null) with check (settled_at is not null);
grant select, insert on unfiled_register to throughline_app;
grant update (said, settled_at, settled_as) on unfiled_register to throughline_app;
