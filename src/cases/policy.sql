-- A case exists only for those who may see whom it is about.
create policy case_seen on case_file for select to throughline_app using (
  exists (select from sight where sight.case_id = case_file.id and 'identity' = any(sight.reads)));
create policy case_opened on case_file for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and (exists (select from sight where sight.person_id = case_file.person_id and 'identity' = any(sight.reads))
    or is_unattached_person(person_id)));
grant select, insert on case_file to throughline_app; -- nothing of a case changes but what hangs on it

-- Who works with this person is seen by all who know of the case (T3).
create policy party_seen on case_party for select to throughline_app using (
  exists (select from sight where sight.case_id = case_party.case_id and 'identity' = any(sight.reads)));
-- Nobody gives more than they have. Whoever works on the whole case (they may write the assessment) brings others in; a holding
-- or supervising agency lets the other side in, and its manager names its own workers and teams. A worker is of the agency that is let in.
create policy party_added on case_party for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and (account_id is null or exists (select from account a where a.id = account_id and a.agency_id = case_party.agency_id))
  and (team_id is null or exists (select from team t where t.id = team_id and t.agency_id = case_party.agency_id))
  and (is_newly_opened(case_id) or may_bring_in(case_id)
    or (relationship in ('CUSTODY', 'SUPERVISION', 'TEAM') and agency_id <> (select acting_agency()) and is_answerable_for(case_id))
    or (relationship in ('ALLOCATED', 'TEAM') and agency_id = (select acting_agency()) and (select is_manager()) and is_answerable_for(case_id))));
-- Ended by its own agency: by the worker it is about, by whoever works on the whole case, or by the manager.
create policy party_ended on case_party for update to throughline_app using (
  agency_id = (select acting_agency()) and (account_id = (select acting_user()) or may_bring_in(case_id)
    or ((select is_manager()) and is_answerable_for(case_id))));
grant select, insert on case_party to throughline_app;
grant update (until_on) on case_party to throughline_app;

-- A line of a list needs the list level; what it says of needs is left out of the query for those who may not see needs.
create policy summary_seen on case_summary for select to throughline_app using (
  exists (select from sight where sight.case_id = case_summary.case_id and 'identity' = any(sight.reads)));
grant select on case_summary to throughline_app;

-- A place in a list is its audience's; like sight itself it ends with its day, and a closed record has none.
create policy place_of_mine on case_place for select to throughline_app using (
  audience_id = any((select acting_audiences())::uuid[]) and until >= current_date and person_id <> all((select people_closed())::uuid[]));
grant select on case_place to throughline_app;
