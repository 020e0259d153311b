-- Both ends see that a note was opened, and whoever sees the note.
create policy opening_seen on note_opening for select to throughline_app using (
  person_id <> all((select people_closed())::uuid[]) and (
    exists (select from note where note.id = note_opening.note_id)
    or (to_agency_id = (select acting_agency()) and to_agency_id = any((select acting_audiences())::uuid[]))));
-- By its author, or a manager of the author's agency; only what a wall closes needs a door.
create policy opening_made on note_opening for insert to throughline_app with check (
  opened_by = (select acting_user()) and owner_agency_id = (select acting_agency()) and to_agency_id <> (select acting_agency())
  and exists (select from note where note.id = note_id and note.case_id = note_opening.case_id and note.person_id = note_opening.person_id
    and note.field_group = 'mentoring' and note.owner_agency_id = (select acting_agency())
    and (note.author_id = (select acting_user()) or (select is_manager()))));
create policy opening_closed on note_opening for update to throughline_app
  using (owner_agency_id = (select acting_agency()) and (opened_by = (select acting_user()) or (select is_manager())));
grant select, insert on note_opening to throughline_app;
grant update (closed_by, closed_at) on note_opening to throughline_app;
