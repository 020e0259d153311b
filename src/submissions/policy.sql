-- Waits with who gave it and with whoever may write in the notes of the case; the managers of the giving agency see what became of it.
create policy submission_seen on submission for select to throughline_app using (
  made_by = (select acting_user()) or (owner_agency_id = (select acting_agency()) and (select is_manager()))
  or exists (select from sight where sight.case_id = submission.case_id and 'notes' = any(sight.writes)));
-- Given by whoever sees that there is the case.
create policy submission_made on submission for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and withdrawn_at is null and decision is null
  and exists (select from sight where sight.case_id = submission.case_id and sight.person_id = submission.person_id and 'identity' = any(sight.reads)));
-- Taken back by who gave it; taken or declined by somebody else who may write there, and taken only with the note that they wrote of it.
create policy submission_settled on submission for update to throughline_app
  using (decision is null and withdrawn_at is null and (made_by = (select acting_user()) or exists (
    select from sight where sight.case_id = submission.case_id and 'notes' = any(sight.writes))))
  with check ((made_by = (select acting_user()) and withdrawn_at is not null)
    or (decided_by = (select acting_user()) and made_by <> (select acting_user())
      and exists (select from sight where sight.case_id = submission.case_id and 'notes' = any(sight.writes))
      and (decision = 'DECLINED' or exists (select from note where note.id = note_id and note.case_id = submission.case_id
        and note.author_id = (select acting_user())))));
grant select, insert on submission to throughline_app;
grant update (withdrawn_at, decision, decided_by, decided_at, reason, note_id) on submission to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy submission_not_closed on submission as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
