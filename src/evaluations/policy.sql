-- Coordinators see every plan; a manager sees and keeps those of their own agency. They hold nothing about anybody.
create policy evaluation_seen on evaluation for select to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency()));
create policy evaluation_made on evaluation for insert to throughline_app with check (made_by = (select acting_user())
  and began_at is null and reported_at is null and stopped_at is null
  and ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency())));
create policy evaluation_kept on evaluation for update to throughline_app
  using ((select is_coordinator()) or (select is_manager()) and agency_id = (select acting_agency()));
grant select, insert on evaluation to throughline_app;
grant update (about, title, question, design, measures, share_without, share_with, power, ratio, from_on, until_on, led_by, approval, version,
  began_at, began_by, reported_at, reported_by, stopped_at, stopped_by, stopped_reason) on evaluation to throughline_app;

create policy evaluation_entry_seen on evaluation_entry for select to throughline_app
  using (exists (select from evaluation e where e.id = evaluation_id));
create policy evaluation_entry_written on evaluation_entry for insert to throughline_app with check (made_by = (select acting_user())
  and exists (select from evaluation e where e.id = evaluation_id and e.began_at is not null and e.stopped_at is null)
  and (analysis_id is null or exists (select from analysis n where n.id = analysis_id))); -- a file that the writer may open
grant select, insert on evaluation_entry to throughline_app;
