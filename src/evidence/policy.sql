-- An analyst's files are their agency's, and nobody else's. What was found is written by the program alone.
create policy analysis_of_mine on analysis for select to throughline_app using (agency_id = (select acting_agency()));
create policy analysis_made on analysis for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()) and state = 'CHOOSING');
create policy analysis_asked on analysis for update to throughline_app using (agency_id = (select acting_agency()))
  with check (state in ('WAITING', 'CHOOSING') or (select is_system())); -- asked, or stopped
create policy analysis_removed on analysis for delete to throughline_app using (agency_id = (select acting_agency()));
grant select, insert, delete on analysis to throughline_app;
grant update (question, state, problem, finding, asked_at, started_at, ended_at) on analysis to throughline_app;

-- A story is read by its agency, and only while the person's yes stands: a no takes it from every page in the same moment.
create policy story_of_mine on case_story for select to throughline_app using (
  owner_agency_id = (select acting_agency()) and removed_at is null and story_is_agreed(person_id, owner_agency_id));
create policy story_not_closed on case_story as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
create policy story_written on case_story for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and written_by = (select acting_user()) and removed_at is null
  and exists (select from case_file c where c.id = case_story.case_id and c.person_id = case_story.person_id)
  and exists (select from sight where sight.case_id = case_story.case_id and 'notes' = any(sight.writes))
  and story_is_agreed(person_id, owner_agency_id));
create policy story_removed on case_story for update to throughline_app
  using (owner_agency_id = (select acting_agency()));
grant select, insert on case_story to throughline_app;
grant update (removed_at) on case_story to throughline_app;

-- What everybody may read is what a coordinator published; what waits is seen by coordinators.
create policy quarter_published on public_quarter for select to throughline_app
  using (published_at is not null or (select is_coordinator()) or (select is_system()));
create policy quarter_counted on public_quarter for insert to throughline_app with check ((select is_system()) and published_at is null);
create policy quarter_is_published on public_quarter for update to throughline_app
  using ((select is_coordinator()) and published_at is null) with check (published_by = (select acting_user()));
grant select, insert on public_quarter to throughline_app;
grant update (published_at, published_by) on public_quarter to throughline_app;
create policy result_published on public_result for select to throughline_app using (
  exists (select from public_quarter q where q.quarter_on = public_result.quarter_on));
create policy public_result_counted on public_result for insert to throughline_app with check ((select is_system()));
grant select, insert on public_result to throughline_app;
