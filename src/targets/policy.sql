-- Coordinators see every target and keep them; a manager sees what their own agency answers for. Numbers are of nobody; the rows
-- behind them are closed by their own tables' policies.
create policy target_seen on target for select to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency()));
create policy target_made on target for insert to throughline_app with check ((select is_coordinator()) and made_by = (select acting_user()));
create policy target_changed on target for update to throughline_app using ((select is_coordinator()));
grant select, insert on target to throughline_app;
grant update (name, definition, measure, amount, agency_id, counted_agency_id, since_on, due_on, position, version, retired_at, retired_reason) on target to throughline_app;

create policy target_version_seen on target_version for select to throughline_app using (exists (select from target t where t.id = target_id));
create policy target_version_kept on target_version for insert to throughline_app
  with check ((select is_coordinator()) and replaced_by = (select acting_user()));
grant select, insert on target_version to throughline_app;

create policy target_count_seen on target_count for select to throughline_app using (exists (select from target t where t.id = target_id));
grant select on target_count to throughline_app; -- recount_targets() alone writes
create policy target_told_seen on target_told for select to throughline_app using (exists (select from target t where t.id = target_id));
grant select on target_told to throughline_app; -- as above

create policy target_override_seen on target_override for select to throughline_app using (exists (select from target t where t.id = target_id));
create policy target_override_set on target_override for insert to throughline_app
  with check ((select is_coordinator()) and set_by = (select acting_user()));
create policy target_override_lifted on target_override for update to throughline_app
  using ((select is_coordinator())) with check (lifted_by = (select acting_user()));
grant select, insert on target_override to throughline_app;
grant update (lifted_by, lifted_at) on target_override to throughline_app;

-- What was held or made is no secret among partners; each records its own.
create policy output_seen on output for select to throughline_app using ((select is_coordinator()) or (select is_manager()));
create policy output_recorded on output for insert to throughline_app with check (recorded_by = (select acting_user())
  and ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency())));
create policy output_withdrawn on output for update to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency())) with check (withdrawn_by = (select acting_user()));
grant select, insert on output to throughline_app;
grant update (withdrawn_by, withdrawn_at) on output to throughline_app;

create policy smart_action_seen on smart_action for select to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency()));
create policy smart_action_made on smart_action for insert to throughline_app with check (made_by = (select acting_user())
  and (target_id is null or exists (select from target t where t.id = target_id)) -- one that the writer sees
  and (lead_account_id is null or exists (select from account l where l.id = lead_account_id and l.agency_id = smart_action.agency_id))
  and ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency())));
create policy smart_action_closed on smart_action for update to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency())) with check (closed_by = (select acting_user()));
grant select, insert on smart_action to throughline_app;
grant update (closed_at, closed_by) on smart_action to throughline_app;

create policy smart_progress_seen on smart_progress for select to throughline_app using (exists (select from smart_action a where a.id = action_id));
create policy smart_progress_said on smart_progress for insert to throughline_app with check (made_by = (select acting_user())
  and exists (select from smart_action a where a.id = action_id and a.closed_at is null));
grant select, insert on smart_progress to throughline_app;

-- remind_smart_plans() alone writes; a plan says when somebody was reminded.
create policy smart_reminder_seen on smart_reminder for select to throughline_app using (exists (select from smart_action a where a.id = action_id));
grant select on smart_reminder to throughline_app;
