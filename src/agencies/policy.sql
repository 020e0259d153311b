-- Who is in the partnership is no secret to those who signed in. What may be changed is decided by the route's `may`;
-- the database keeps an administrator to their own agency (is_coordinator lets a coordinator reach all).
create policy partnership_is_open on partnership for select to throughline_app, portal_mentor using (true);
create policy partnership_set on partnership for update to throughline_app using ((select is_coordinator()));
create policy pathway_is_open on pathway for select to throughline_app, portal_mentor using (true);
create policy pathway_set on pathway for update to throughline_app using ((select is_coordinator()));
grant select, update on partnership, pathway to throughline_app;

create policy agency_is_open on agency for select to throughline_app, portal_mentor using (true);
create policy agency_added on agency for insert to throughline_app with check ((select is_coordinator()) or (select is_system()));
create policy agency_set on agency for update to throughline_app
  using ((select is_coordinator()) or (id = (select acting_agency()) and (select is_administrator())));
grant select, insert, update on agency to throughline_app;

create policy team_is_open on team for select to throughline_app using ((select acting_agency()) is not null);
create policy team_kept on team for insert to throughline_app
  with check ((select is_coordinator()) or (agency_id = (select acting_agency()) and (select is_administrator())));
create policy team_set on team for update to throughline_app
  using ((select is_coordinator()) or (agency_id = (select acting_agency()) and (select is_administrator())));
grant select, insert, update on team to throughline_app;
create policy team_member_is_open on team_member for select to throughline_app using ((select acting_agency()) is not null);
create policy team_member_kept on team_member for insert to throughline_app with check (exists (
  select from team t join account a on a.agency_id = t.agency_id where t.id = team_id and a.id = account_id
    and ((select is_coordinator()) or (t.agency_id = (select acting_agency()) and (select is_administrator())))));
create policy team_member_left on team_member for delete to throughline_app using (exists (
  select from team t where t.id = team_id
    and ((select is_coordinator()) or (t.agency_id = (select acting_agency()) and (select is_administrator())))));
grant select, insert, delete on team_member to throughline_app;

-- Who works where is no secret to those who signed in. An administrator keeps the accounts of their own agency, a
-- coordinator all, everybody their own; which parts of it, account_guarded() says.
create policy account_is_open on account for select to throughline_app using ((select acting_agency()) is not null);
create policy account_added on account for insert to throughline_app
  with check ((select is_coordinator()) or ((select is_administrator()) and agency_id = (select acting_agency())));
create policy account_set on account for update to throughline_app using (
  (select is_coordinator()) or id = (select acting_user())
  or ((select is_administrator()) and agency_id = (select acting_agency())));
grant select, insert on account to throughline_app;
-- A mentor's own login (T8): themself and their colleagues, by name.
create policy account_of_mentors on account for select to portal_mentor using (agency_id = (select acting_agency()));
create policy account_kept_by_mentors on account for update to portal_mentor using (id = (select acting_user())) with check (id = (select acting_user()));
grant select on partnership, pathway, agency, account to portal_mentor;
grant update (name, job_title, phone, locale, version) on account to portal_mentor;
grant update (name, job_title, phone, email, locale, roles, invited_at, disabled_at, version) on account to throughline_app;
