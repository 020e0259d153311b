-- How to reach somebody belongs to the contact part; that they were reminded belongs to the plan, as the appointment does.
create policy choice_seen on reminder_choice for select to throughline_app using (
  exists (select from sight where sight.person_id = reminder_choice.person_id and 'contact' = any(sight.reads)));
create policy choice_made on reminder_choice for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and kept_by = (select acting_user()) and exists (select from sight where sight.person_id = reminder_choice.person_id and 'contact' = any(sight.writes)));
create policy choice_changed on reminder_choice for update to throughline_app using (
  exists (select from sight where sight.person_id = reminder_choice.person_id and 'contact' = any(sight.writes)))
  with check (kept_by = (select acting_user()));
grant select, insert on reminder_choice to throughline_app;
grant update (way, to_address, locale, hours_before, names_agency, kept_by, kept_at, version) on reminder_choice to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy choice_not_closed on reminder_choice as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
create policy reminder_seen on reminder for select to throughline_app using (
  exists (select from sight where sight.case_id = reminder.case_id and 'plan' = any(sight.reads)));
create policy letter_printed on reminder for update to throughline_app using (
  way = 'LETTER' and exists (select from sight where sight.case_id = reminder.case_id and 'plan' = any(sight.writes)))
  with check (sent_by = (select acting_user()));
grant select on reminder to throughline_app;
grant update (sent_at, sent_by) on reminder to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy reminder_not_closed on reminder as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
