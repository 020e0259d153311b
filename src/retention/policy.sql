-- The schedule is no secret; a coordinator makes its next edition.
create policy schedule_seen on retention_schedule for select to throughline_app using ((select acting_user()) is not null);
create policy schedule_made on retention_schedule for insert to throughline_app
  with check ((select is_coordinator()) and made_by = (select acting_user()) and retired_at is null);
create policy schedule_retired on retention_schedule for update to throughline_app
  using ((select is_coordinator()) and retired_at is null) with check (retired_at is not null);
create policy rule_seen on retention_rule for select to throughline_app using ((select acting_user()) is not null);
create policy rule_made on retention_rule for insert to throughline_app with check (
  exists (select from retention_schedule s where s.id = schedule_id and s.made_by = (select acting_user()) and s.retired_at is null));
grant select, insert on retention_schedule, retention_rule to throughline_app;
grant update (retired_at) on retention_schedule to throughline_app;

create policy state_seen on retention_state for select to throughline_app using ((select acting_user()) is not null);
create policy cooling_off_set on retention_state for update to throughline_app using ((select is_coordinator())) with check ((select is_coordinator()));
grant select on retention_state to throughline_app;
grant update (cooling_off_in_days) on retention_state to throughline_app;

-- What has fallen due is the business of the managers of the agency that answers for the record.
create policy due_seen on retention_due for select to throughline_app
  using (owner_agency_id = (select acting_agency()) and (select is_manager()));
create policy due_not_closed on retention_due as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
grant select on retention_due to throughline_app; -- refresh_retention() alone writes

create policy review_seen on retention_review for select to throughline_app
  using (owner_agency_id = (select acting_agency()) and (select is_manager()));
create policy review_not_closed on retention_review as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
create policy review_made on retention_review for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and decided_by = (select acting_user()) and (select is_manager())
  and exists (select from retention_due d where d.person_id = retention_review.person_id and d.class = retention_review.class));
create policy review_changed on retention_review for update to throughline_app
  using (owner_agency_id = (select acting_agency()) and (select is_manager()))
  with check (owner_agency_id = (select acting_agency()) and decided_by = (select acting_user()));
grant select, insert on retention_review to throughline_app;
grant update (decision, keep_until_on, reason, decided_by, decided_at) on retention_review to throughline_app;

-- A manager whose agency answers for the record, or works with the person, says that it must stay; the agency that said so takes it back.
create policy hold_seen on legal_hold for select to throughline_app using ((select is_manager())
  and (owner_agency_id = (select acting_agency()) or holds_records_of(person_id)
    or exists (select from sight a where a.person_id = legal_hold.person_id and 'identity' = any(a.reads))));
create policy hold_not_closed on legal_hold as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
create policy hold_placed on legal_hold for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_manager()) and lifted_at is null
  and person_id <> all((select people_closed())::uuid[])
  and (holds_records_of(person_id) or exists (select from sight a where a.person_id = legal_hold.person_id and 'identity' = any(a.reads)))
  and (case_id is null or is_case_of(case_id, person_id)));
create policy hold_lifted on legal_hold for update to throughline_app
  using (owner_agency_id = (select acting_agency()) and (select is_manager()) and lifted_at is null)
  with check (lifted_by = (select acting_user()) and lifted_at is not null);
grant select, insert on legal_hold to throughline_app;
grant update (lifted_by, lifted_at, lifted_because) on legal_hold to throughline_app;

-- A disposal and what it holds: read by its agency's managers, changed by the functions below alone.
create policy disposal_seen on disposal for select to throughline_app using (
  (owner_agency_id = (select acting_agency()) and (select is_manager())) or (select is_coordinator()) or (select is_system()));
create policy item_seen on disposal_item for select to throughline_app using (
  exists (select from disposal d where d.id = disposal_id) and (select is_coordinator() or is_manager() or is_system()));
create policy item_not_closed on disposal_item as restrictive for select to throughline_app
  using (person_id <> all((select people_withheld())::uuid[]));
grant select on disposal, disposal_item to throughline_app;
