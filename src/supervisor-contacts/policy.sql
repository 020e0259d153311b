-- That the supervisor outside was in touch is part of what is known of custody; whoever may write a note or in the custody part writes it down.
create policy supervisor_contact_seen on supervisor_contact for select to throughline_app using (
  exists (select from sight where sight.case_id = supervisor_contact.case_id and 'custody' = any(sight.reads)));
create policy supervisor_contact_made on supervisor_contact for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user())
  and (note_id is null or exists (select from note n where n.id = note_id and n.author_id = (select acting_user())))
  and exists (select from sight where sight.case_id = supervisor_contact.case_id and sight.person_id = supervisor_contact.person_id
    and sight.writes && '{notes,custody}'));
create policy supervisor_contact_withdrawn on supervisor_contact for update to throughline_app
  using (made_by = (select acting_user()) and withdrawn_at is null) with check (made_by = (select acting_user()));
grant select, insert on supervisor_contact to throughline_app;
grant update (withdrawn_at, version) on supervisor_contact to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy supervisor_contact_not_closed on supervisor_contact as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
