-- The outbox. Whoever acts may post; the system sends. Where no mail server is set, a page shows what waits there: one's own,
-- to who administers the agency what its people were sent, and in a demonstration all that one's agency was sent, reminders to the
-- people of the demonstration among it. The code in a family's mail is read by nobody else.
create policy mail_posted on mail for insert to throughline_app with check ((select acting_user()) is not null);
create policy mail_sent on mail for update to throughline_app using ((select is_system()));
create policy mail_read on mail for select to throughline_app using (
  (select is_system()) or (reminder_id is null and family_member_id is null and (select is_coordinator())) or to_account_id = (select acting_user())
  or (exists (select from account a where a.id = to_account_id and a.agency_id = (select acting_agency()))
    and ((select is_administrator()) or exists (select from partnership where is_demonstration)))
  or (reminder_id is not null and exists (select from partnership where is_demonstration)
    and exists (select from reminder where reminder.id = mail.reminder_id)));
grant select, insert on mail to throughline_app;
grant update (sent_at, tries, last_error, body, next_try_at, outside_id, ended_at, to_address) on mail to throughline_app;

-- A mentor's own login (T8): what they were sent themself, and what their acts send to others.
create policy mail_to_mentors on mail for select to portal_mentor using (to_account_id = (select acting_user()));
create policy mail_from_mentors on mail for insert to portal_mentor with check ((select acting_user()) is not null);
grant select, insert on mail to portal_mentor;
