-- A case exists only for those who may see whom it is about.
create policy case_seen on case_file for select to throughline_app using (
  exists (select from access where access.case_id = case_file.id and access.field_group = 'identity'));
create policy case_opened on case_file for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and (exists (select from access where access.person_id = case_file.person_id and access.field_group = 'identity')
    or is_unattached_person(person_id)));
create policy case_changed on case_file for update to throughline_app using (
  exists (select from access where access.case_id = case_file.id and access.field_group = 'plan' and access.may_contribute));
grant select, insert, update on case_file to throughline_app;

-- Who works with this person is seen by all who know of the case (T3).
create policy party_seen on case_party for select to throughline_app using (
  exists (select from access where access.case_id = case_party.case_id and access.field_group = 'identity'));
-- Added by who works on the case, and a supervising or holding agency names its own workers. A worker is of the agency that is let in.
create policy party_added on case_party for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and (account_id is null or exists (select from account a where a.id = account_id and a.agency_id = case_party.agency_id))
  and (exists (select from access where access.case_id = case_party.case_id and access.field_group in ('plan', 'custody') and access.may_contribute)
    or is_newly_opened(case_id)
    or (agency_id = (select acting_agency()) and relationship = 'ALLOCATED' and is_answerable_for(case_id))));
create policy party_changed on case_party for update to throughline_app using (
  exists (select from access where access.case_id = case_party.case_id and access.field_group in ('plan', 'custody', 'referrals') and access.may_contribute)
  or (agency_id = (select acting_agency()) and relationship = 'ALLOCATED' and is_answerable_for(case_id)));
grant select, insert, update on case_party to throughline_app;

-- A line of a list needs the list level; what it says of needs is left out of the query for those who may not see needs.
create policy summary_seen on case_summary for select to throughline_app using (
  exists (select from access where access.case_id = case_summary.case_id and access.field_group = 'identity'));
grant select on case_summary to throughline_app;
