-- owns link_candidate: the rule-keepers read and write it, nobody else
-- Whoever coordinates decides of pairs and sees ids, levels and weights; what the records hold stays with who sees the records.
-- A restricted record, or one that is barred to the reader, is in no pair that they see.
create policy link_seen on person_link for select to throughline_app using ((select is_coordinator()) or (select is_system()));
create policy link_decided on person_link for update to throughline_app
  using ((select is_coordinator()) or (select is_system())) with check ((select is_coordinator()) or (select is_system()));
create policy link_not_closed on person_link as restrictive to throughline_app
  using (low_person_id <> all((select people_withheld())::uuid[]) and high_person_id <> all((select people_withheld())::uuid[]));
grant select on person_link to throughline_app;
grant update (state, merge_id, version) on person_link to throughline_app;

create policy link_decision_seen on link_decision for select to throughline_app using (
  exists (select from person_link where person_link.id = link_decision.link_id));
create policy link_decision_made on link_decision for insert to throughline_app with check (
  ((select is_coordinator()) and decided_by = (select acting_user()) or (select is_system()) and decided_by is null)
  and exists (select from person_link where person_link.id = link_decision.link_id));
grant select, insert on link_decision to throughline_app;

-- Whoever coordinates asks for a run and stops it; how far it has come is written by the system.
create policy link_run_seen on link_run for select to throughline_app using ((select is_coordinator()) or (select is_system()));
create policy link_run_asked on link_run for insert to throughline_app with check (ended_at is null
  and ((select is_coordinator()) and asked_by = (select acting_user()) and started_at is null or (select is_system()) and asked_by is null));
create policy link_run_moved on link_run for update to throughline_app using (ended_at is null and ((select is_coordinator()) or (select is_system())))
  with check (how = 'STOPPED' or (select is_system()));
grant select, insert on link_run to throughline_app;
grant update (started_at, looked, people, ended_at, how, joined, waiting) on link_run to throughline_app;

-- Sums that are safe before they are written; recount_link_rates() alone writes.
create policy link_rate_seen on link_rate for select to throughline_app using ((select is_coordinator()));
grant select on link_rate to throughline_app;
