-- One's own choice, and the mails that one had.
create policy digest_choice_of_mine on digest_choice to throughline_app, portal_mentor
  using (account_id = (select acting_user())) with check (account_id = (select acting_user()));
create policy digest_of_mine on digest for select to throughline_app, portal_mentor using (account_id = (select acting_user()));
create policy digest_kept on digest for insert to throughline_app with check ((select is_system()));
grant select, insert, update on digest_choice to throughline_app, portal_mentor;
grant select, insert on digest to throughline_app;
grant select on digest to portal_mentor;
