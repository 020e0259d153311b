-- A note belongs to a part of the case (notes, health, family, risk, mentoring); its agency always sees what it wrote.
create policy note_seen on note for select to throughline_app using (
  owner_agency_id = (select acting_agency())
  or exists (select from sight where sight.case_id = note.case_id and note.field_group = any(sight.reads)));
-- Corrected or withdrawn by its author alone.
create policy note_corrected on note for update to throughline_app using (author_id = (select acting_user()));
grant select on note to throughline_app; -- add_note() alone writes one, in the name that was signed
grant update (body, own_words, kind, happened_at, length_in_minutes, corrected_at, withdrawn_at, withdrawn_reason, version) on note to throughline_app;

create policy note_version_seen on note_version for select to throughline_app using (
  exists (select from note where note.id = note_version.note_id));
create policy note_version_kept on note_version for insert to throughline_app with check (
  exists (select from note where note.id = note_version.note_id and author_id = (select acting_user())));
grant select, insert on note_version to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed). add_note() asks it too.
create policy note_not_closed on note as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
create policy note_not_closed_to_correct on note as restrictive for update to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
-- What tells of a victim is kept from a mentor, beside whom the person may sit.
create policy note_of_victim on note as restrictive for select to throughline_app using (
  subject_category <> 'VICTIM' or not exists (select from case_party p
    where p.case_id = note.case_id and p.account_id = (select acting_user()) and p.role = 'MENTOR'));
-- A charity that said yes to a referral reads its own mentoring notes; another's are for workers who are named on the case.
create policy note_of_mentor on note as restrictive for select to throughline_app using (
  field_group <> 'mentoring' or owner_agency_id = (select acting_agency()) or exists (select from case_party p
    where p.case_id = note.case_id and p.account_id = (select acting_user()) and p.until_on is null));
