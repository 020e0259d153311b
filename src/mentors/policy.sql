create policy mentoring_scheme_seen on mentoring_scheme for select to throughline_app using (agency_id = (select acting_agency()));
create policy mentoring_scheme_set on mentoring_scheme for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_manager()) and changed_by = (select acting_user()));
create policy mentoring_scheme_changed on mentoring_scheme for update to throughline_app
  using (agency_id = (select acting_agency()) and (select is_manager())) with check (changed_by = (select acting_user()));
grant select, insert, update on mentoring_scheme to throughline_app;

-- A mentor sees themself and whom they supervise; who works with people at the agency sees who its mentors are.
create policy mentor_seen on mentor for select to throughline_app using (agency_id = (select acting_agency())
  and (id = (select own_mentor()) or id = any((select mentors_supervised())::uuid[]) or cardinality((select acting_audiences())) > 0));
create policy mentor_added on mentor for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_manager()) and (select runs_mentoring()) and added_by = (select acting_user())
  and account_id is null and left_on is null);
create policy mentor_changed on mentor for update to throughline_app
  using (agency_id = (select acting_agency()) and ((select is_manager()) or id = (select own_mentor())))
  with check (agency_id = (select acting_agency())
    and (account_id is null or exists (select from account a where a.id = account_id and a.agency_id = (select acting_agency())))
    and (supervisor_id is null or exists (select from account a where a.id = supervisor_id and a.agency_id = (select acting_agency()))));
grant select, insert on mentor to throughline_app;
grant update (account_id, name, stage, supervisor_id, prefers, places, languages, interests, experience, weekdays, most_mentees, left_on, left_why, version)
  on mentor to throughline_app;

-- The file is for the mentor, their supervisor and the managers; what they stated of their background and of where they got to for
-- themself and the managers.
create policy mentor_entry_seen on mentor_entry for select to throughline_app using (mentor_id = (select own_mentor())
  or (kind not in ('BACKGROUND', 'PROGRESS') and mentor_id = any((select mentors_supervised())::uuid[]))
  or ((select is_manager()) and exists (select from mentor m where m.id = mentor_id and m.agency_id = (select acting_agency()))));
-- Vetting is a manager's to write, and nobody's own; background the mentor's own, or written by a manager to whom they said it.
create policy mentor_entry_made on mentor_entry for insert to throughline_app with check (made_by = (select acting_user()) and ended_at is null
  and (((select is_manager()) and exists (select from mentor m where m.id = mentor_id and m.agency_id = (select acting_agency())
      and m.account_id is distinct from (select acting_user())))
    or (kind in ('TRAINING', 'SUPERVISION', 'GOAL') and mentor_id = any((select mentors_supervised())::uuid[]))
    or (kind in ('GOAL', 'BACKGROUND', 'PROGRESS') and mentor_id = (select own_mentor())))
  and (standard_id is null or exists (select from mentoring_standard s where s.id = standard_id)));
create policy mentor_entry_ended on mentor_entry for update to throughline_app using (ended_at is null
  and (((select is_manager()) and exists (select from mentor m where m.id = mentor_id and m.agency_id = (select acting_agency())
      and m.account_id is distinct from (select acting_user())))
    or (kind = 'GOAL' and mentor_id = any((select mentors_supervised())::uuid[]))
    or (kind in ('GOAL', 'BACKGROUND', 'PROGRESS') and mentor_id = (select own_mentor())))) with check (ended_at is not null);
grant select, insert on mentor_entry to throughline_app;
grant update (ended_at, ended_words) on mentor_entry to throughline_app;

-- Behind the wall: read by the agency's managers and by its workers who see the mentoring part of that case; by nobody else.
create policy mentee_wish_seen on mentee_wish for select to throughline_app using (owner_agency_id = (select acting_agency())
  and ((select is_manager()) or exists (select from sight where sight.case_id = mentee_wish.case_id and 'mentoring' = any(sight.reads))));
create policy mentee_wish_made on mentee_wish for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and made_by = (select acting_user()) and ended_at is null and exists (select from sight where sight.case_id = mentee_wish.case_id
    and sight.person_id = mentee_wish.person_id and 'mentoring' = any(sight.writes)));
create policy mentee_wish_ended on mentee_wish for update to throughline_app using (owner_agency_id = (select acting_agency())
  and ((select is_manager()) or exists (select from sight where sight.case_id = mentee_wish.case_id and 'mentoring' = any(sight.writes))));
grant select, insert on mentee_wish to throughline_app;
grant update (ended_at) on mentee_wish to throughline_app;
create policy mentee_wish_not_closed on mentee_wish as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy mentor_match_seen on mentor_match for select to throughline_app using (owner_agency_id = (select acting_agency())
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[]) or (select is_manager())
    or exists (select from sight where sight.case_id = mentor_match.case_id and 'mentoring' = any(sight.reads))));
create policy mentor_match_proposed on mentor_match for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and proposed_by = (select acting_user()) and (select is_manager()) and risk_signed_at is null and mentor_answer is null and person_answer is null
  and exists (select from mentee_wish w where w.id = wish_id and w.case_id = mentor_match.case_id and w.person_id = mentor_match.person_id and w.ended_at is null)
  and exists (select from mentor m where m.id = mentor_id and m.agency_id = (select acting_agency()) and m.left_on is null and m.stage in ('MENTOR', 'SUPERVISOR')));
create policy mentor_match_moved on mentor_match for update to throughline_app using (owner_agency_id = (select acting_agency()) and ended_on is null
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[]) or (select is_manager())))
  with check (owner_agency_id = (select acting_agency()));
grant select, insert on mentor_match to throughline_app;
grant update (mentor_answer, mentor_answered_at, person_answer, person_answered_at, risk_words, risk_places, risk_signed_by, risk_signed_at,
  gate_on, gate_answer, gate_answered_at, ended_on, ended_why, ended_words, ended_by, version) on mentor_match to throughline_app;
-- people_closed() is nothing at all for who works as a mentor alone: then what is closed to mentors counts.
create policy mentor_match_not_closed on mentor_match as restrictive to throughline_app
  using (coalesce(person_id <> all((select people_closed())::uuid[]), person_id <> all((select mentored_closed())::uuid[])));

create policy mentor_session_seen on mentor_session for select to throughline_app using (owner_agency_id = (select acting_agency())
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[]) or (select is_manager())
    or exists (select from sight where sight.case_id = mentor_session.case_id and 'mentoring' = any(sight.reads))));
create policy mentor_session_logged on mentor_session for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and made_by = (select acting_user()) and (mentor_id = (select own_mentor())
    or ((select is_manager()) and exists (select from mentor m where m.id = mentor_id and m.agency_id = (select acting_agency())))
    or mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_session_withdrawn on mentor_session for update to throughline_app
  using (made_by = (select acting_user()) and withdrawn_at is null) with check (made_by = (select acting_user()));
grant select, insert on mentor_session to throughline_app;
grant update (withdrawn_at) on mentor_session to throughline_app;
create policy mentor_session_not_closed on mentor_session as restrictive to throughline_app using (person_id is null
  or coalesce(person_id <> all((select people_closed())::uuid[]), person_id <> all((select mentored_closed())::uuid[])));

create policy mentoring_standard_seen on mentoring_standard for select to throughline_app using (agency_id = (select acting_agency()));
create policy mentoring_standard_made on mentoring_standard for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_manager()) and made_by = (select acting_user()));
create policy mentoring_standard_changed on mentoring_standard for update to throughline_app using (
  agency_id = (select acting_agency()) and (select is_manager()));
grant select, insert on mentoring_standard to throughline_app;
grant update (title, asks, shown_by, words, removed_at) on mentoring_standard to throughline_app;

-- Who mentors and works with no case reads and writes on a login of their own (T8): what is theirs and of whom they supervise, by lists
-- of tables and columns, and no table about a person but their matches and sessions.
create policy mentoring_scheme_of_mentors on mentoring_scheme for select to portal_mentor using (agency_id = (select acting_agency()));
create policy mentoring_standard_of_mentors on mentoring_standard for select to portal_mentor using (agency_id = (select acting_agency()));
create policy mentor_of_mentors on mentor for select to portal_mentor using (id = (select own_mentor()) or id = any((select mentors_supervised())::uuid[]));
create policy mentor_keeps_own on mentor for update to portal_mentor using (id = (select own_mentor())) with check (id = (select own_mentor()));
create policy mentor_entry_of_mentors on mentor_entry for select to portal_mentor using (mentor_id = (select own_mentor())
  or (kind not in ('BACKGROUND', 'PROGRESS') and mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_entry_by_mentors on mentor_entry for insert to portal_mentor with check (made_by = (select acting_user()) and ended_at is null
  and ((kind in ('TRAINING', 'SUPERVISION', 'GOAL') and mentor_id = any((select mentors_supervised())::uuid[]))
    or (kind in ('GOAL', 'BACKGROUND', 'PROGRESS') and mentor_id = (select own_mentor())))
  and (standard_id is null or exists (select from mentoring_standard s where s.id = standard_id)));
create policy mentor_entry_ended_by_mentors on mentor_entry for update to portal_mentor using (ended_at is null
  and ((kind = 'GOAL' and mentor_id = any((select mentors_supervised())::uuid[]))
    or (kind in ('GOAL', 'BACKGROUND', 'PROGRESS') and mentor_id = (select own_mentor())))) with check (ended_at is not null);
create policy mentor_match_of_mentors on mentor_match for select to portal_mentor using (person_id <> all((select mentored_closed())::uuid[])
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_match_moved_by_mentors on mentor_match for update to portal_mentor using (ended_on is null
  and person_id <> all((select mentored_closed())::uuid[]) and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_session_of_mentors on mentor_session for select to portal_mentor using (
  (person_id is null or person_id <> all((select mentored_closed())::uuid[]))
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_session_by_mentors on mentor_session for insert to portal_mentor with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and (person_id is null or person_id <> all((select mentored_closed())::uuid[]))
  and (mentor_id = (select own_mentor()) or mentor_id = any((select mentors_supervised())::uuid[])));
create policy mentor_session_withdrawn_by_mentors on mentor_session for update to portal_mentor
  using (made_by = (select acting_user()) and withdrawn_at is null) with check (made_by = (select acting_user()));
grant select on mentoring_scheme, mentoring_standard, mentor to portal_mentor;
grant select, insert on mentor_entry, mentor_session to portal_mentor;
grant select on mentor_match to portal_mentor;
grant update (prefers, places, languages, interests, experience, weekdays, most_mentees, version) on mentor to portal_mentor;
grant update (ended_at, ended_words) on mentor_entry to portal_mentor;
grant update (mentor_answer, mentor_answered_at, person_answer, person_answered_at, risk_words, risk_places, risk_signed_by, risk_signed_at,
  gate_on, gate_answer, gate_answered_at, ended_on, ended_why, ended_words, ended_by, version) on mentor_match to portal_mentor;
grant update (withdrawn_at) on mentor_session to portal_mentor;
