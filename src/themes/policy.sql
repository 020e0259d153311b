-- A theme is seen by those who work with people at the agency that leads it and at those that take part; nothing is added to a closed one.
create policy theme_seen on theme for select to throughline_app using (id = any((select themes_of_mine())::uuid[]));
create policy theme_opened on theme for insert to throughline_app with check (lead_agency_id = (select acting_agency())
  and opened_by = (select acting_user()) and closed_at is null and cardinality((select acting_audiences())) > 0);
create policy theme_kept on theme for update to throughline_app
  using (lead_agency_id = (select acting_agency()) and id = any((select themes_of_mine())::uuid[]))
  with check (closed_by is null or closed_by = (select acting_user()));
grant select, insert on theme to throughline_app;
grant update (title, area, about, closed_at, closed_by, closed_words, version) on theme to throughline_app;

-- The agency that leads asks others in; either side ends it.
create policy theme_agency_seen on theme_agency for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[]));
create policy theme_agency_asked on theme_agency for insert to throughline_app with check (asked_by = (select acting_user()) and left_at is null
  and exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency()) and t.closed_at is null and t.lead_agency_id <> agency_id));
create policy theme_agency_left on theme_agency for update to throughline_app
  using (exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency()))
    or agency_id = (select acting_agency()) and left_at is null and cardinality((select acting_audiences())) > 0)
  with check (left_at is not null or exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency()) and t.closed_at is null));
grant select, insert on theme_agency to throughline_app;
grant update (left_at, asked_by, asked_at) on theme_agency to throughline_app;

-- That somebody belongs to a theme is a part of their risk, whoever takes part in the theme.
create policy theme_case_seen on theme_case for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[])
  and exists (select from sight where sight.case_id = theme_case.case_id and 'risk' = any(sight.reads)));
create policy theme_case_linked on theme_case for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and linked_by = (select acting_user()) and parted_at is null
  and exists (select from theme t where t.id = theme_id and t.closed_at is null)
  and exists (select from sight where sight.case_id = theme_case.case_id and sight.person_id = theme_case.person_id
    and 'risk' = any(sight.writes)));
create policy theme_case_parted on theme_case for update to throughline_app
  using (parted_at is null and theme_id = any((select themes_of_mine())::uuid[])
    and exists (select from sight where sight.case_id = theme_case.case_id and 'risk' = any(sight.writes)))
  with check (parted_by = (select acting_user()));
grant select, insert on theme_case to throughline_app;
grant update (parted_by, parted_at) on theme_case to throughline_app;
create policy theme_case_not_closed on theme_case as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

create policy theme_meeting_seen on theme_meeting for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[]));
create policy theme_meeting_called on theme_meeting for insert to throughline_app with check (written_by = (select acting_user())
  and settled_at is null and exists (select from theme t where t.id = theme_id and t.closed_at is null));
create policy theme_meeting_written on theme_meeting for update to throughline_app
  using (settled_at is null and exists (select from theme t where t.id = theme_id and t.closed_at is null))
  with check (case when settled_at is null then written_by else settled_by end = (select acting_user()));
grant select, insert on theme_meeting to throughline_app;
grant update (held_on, place, agenda, attended, minutes, decisions, written_by, written_at, settled_by, settled_at, version) on theme_meeting to throughline_app;

-- Owned by somebody of an agency that takes part; done by them, by a colleague, or said so by the agency that leads.
create policy theme_action_seen on theme_action for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[]));
create policy theme_action_taken_on on theme_action for insert to throughline_app with check (made_by = (select acting_user()) and done_at is null
  and (meeting_id is null or exists (select from theme_meeting m where m.id = meeting_id and m.theme_id = theme_action.theme_id))
  and exists (select from theme t join account a on a.id = owner_id where t.id = theme_id and t.closed_at is null
    and (a.agency_id = t.lead_agency_id or exists (select from theme_agency x where x.theme_id = t.id and x.agency_id = a.agency_id and x.left_at is null))));
create policy theme_action_done on theme_action for update to throughline_app
  using (done_at is null and theme_id = any((select themes_of_mine())::uuid[]) and (
    exists (select from account a where a.id = owner_id and a.agency_id = (select acting_agency()))
    or exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency()))))
  with check (done_by = (select acting_user()));
grant select, insert on theme_action to throughline_app;
grant update (done_by, done_at, done_words) on theme_action to throughline_app;

create policy theme_report_seen on theme_report for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[]));
create policy theme_report_added on theme_report for insert to throughline_app with check (added_by = (select acting_user())
  and exists (select from theme t where t.id = theme_id and t.closed_at is null));
grant select, insert on theme_report to throughline_app;

-- Managers of the agency that leads propose, decide and take back; everybody who takes part sees what will go or went.
create policy theme_disposal_seen on theme_disposal for select to throughline_app using (theme_id = any((select themes_of_mine())::uuid[]));
create policy theme_disposal_proposed on theme_disposal for insert to throughline_app with check ((select is_manager()) and proposed_by = (select acting_user())
  and approved_at is null and done_at is null and theme_due_on(theme_id) <= (proposed_at at time zone 'Europe/London')::date
  and exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency())));
create policy theme_disposal_approved on theme_disposal for update to throughline_app
  using (done_at is null and (select is_manager()) and exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency())));
create policy theme_disposal_taken_back on theme_disposal for delete to throughline_app
  using (done_at is null and (select is_manager()) and exists (select from theme t where t.id = theme_id and t.lead_agency_id = (select acting_agency())));
grant select, insert, delete on theme_disposal to throughline_app;
grant update (approved_by, approved_at) on theme_disposal to throughline_app;
