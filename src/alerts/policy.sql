-- What a worker is told is theirs alone, and of whoever stands in for them while they are away: an account among the audiences. Only tell_workers() writes it, so that nobody is told of what they may not see.
create policy alert_of_mine on alert for select to throughline_app using (
  (account_id = (select acting_user()) or (case_id is not null and account_id = any((select acting_audiences())::uuid[])))
  and (case_id is null or exists (select from sight where sight.case_id = alert.case_id)));
create policy alert_seen on alert for update to throughline_app using (account_id = (select acting_user()));
grant select on alert to throughline_app;
grant update (seen_at) on alert to throughline_app;

create policy filter_of_mine on saved_filter to throughline_app using (account_id = (select acting_user())) with check (account_id = (select acting_user()));
grant select, insert, update, delete on saved_filter to throughline_app;
