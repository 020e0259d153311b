-- How often sessions are held is no secret; the prison's administrator or a coordinator makes the next edition.
create policy key_work_schedule_seen on key_work_schedule for select to throughline_app using ((select acting_user()) is not null);
create policy key_work_schedule_made on key_work_schedule for insert to throughline_app with check (
  made_by = (select acting_user()) and replaced_at is null
  and exists (select from agency y where y.id = agency_id and y.kind = 'prison')
  and ((select is_coordinator()) or (agency_id = (select acting_agency()) and (select is_administrator()))));
create policy key_work_schedule_replaced on key_work_schedule for update to throughline_app
  using (replaced_at is null and ((select is_coordinator()) or (agency_id = (select acting_agency()) and (select is_administrator()))))
  with check (replaced_at is not null);
grant select, insert on key_work_schedule to throughline_app;
grant update (replaced_at) on key_work_schedule to throughline_app;

-- A session is seen as its note is: with the notes of the case, and always by the agency that held it.
create policy key_work_session_seen on key_work_session for select to throughline_app using (
  owner_agency_id = (select acting_agency())
  or exists (select from sight where sight.case_id = key_work_session.case_id and 'notes' = any(sight.reads)));
create policy key_work_session_made on key_work_session for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and agency_id = (select acting_agency()) and worker_id = (select acting_user())
  and (note_id is null or exists (select from note n where n.id = note_id and n.author_id = (select acting_user())))
  and exists (select from sight where sight.case_id = key_work_session.case_id and sight.person_id = key_work_session.person_id
    and 'notes' = any(sight.writes)));
create policy key_work_session_withdrawn on key_work_session for update to throughline_app
  using (worker_id = (select acting_user()) and withdrawn_at is null) with check (worker_id = (select acting_user()));
grant select, insert on key_work_session to throughline_app;
grant update (withdrawn_at, version) on key_work_session to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy key_work_session_not_closed on key_work_session as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- What could not be filed is its author's alone until they file it.
create policy unfiled_note_own on unfiled_note for select to throughline_app using (author_id = (select acting_user()));
create policy unfiled_note_kept on unfiled_note for insert to throughline_app with check (
  author_id = (select acting_user()) and owner_agency_id = (select acting_agency()) and settled_at is null);
create policy unfiled_note_settled on unfiled_note for update to throughline_app
  using (author_id = (select acting_user()) and settled_at is null) with check (settled_at is not null);
grant select, insert on unfiled_note to throughline_app;
grant update (said, settled_at, settled_as) on unfiled_note to throughline_app;
