-- Read by whoever reads evidence; written by the coordinator.
create policy context_event_seen on context_event for select to throughline_app using ((select is_coordinator()) or (select is_manager()));
create policy context_event_kept on context_event for insert to throughline_app with check ((select is_coordinator()) and made_by = (select acting_user()));
create policy context_event_withdrawn on context_event for update to throughline_app
  using ((select is_coordinator())) with check (withdrawn_by = (select acting_user()));
grant select, insert on context_event to throughline_app;
grant update (withdrawn_by, withdrawn_at) on context_event to throughline_app;
