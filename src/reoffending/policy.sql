-- Offences are read back by the agency that brought them in, and by nobody else: a cohort is counted by the worker alone.
create policy offence_of_mine on offence_record for select to throughline_app using (owner_agency_id = (select acting_agency()));
create policy offence_brought_in on offence_record for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and exists (select from agency y where y.id = owner_agency_id and y.kind in ('police', 'probation'))
  and exists (select from import_batch b where b.id = batch_id and b.kind = 'OFFENCES' and b.agency_id = (select acting_agency())));
create policy offence_taken_back on offence_record for delete to throughline_app using (owner_agency_id = (select acting_agency()));
grant select, insert, delete on offence_record to throughline_app;

create policy cohort_of_mine on cohort for select to throughline_app using (agency_id = (select acting_agency()));
create policy cohort_made on cohort for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user())
  and exists (select from agency y where y.id = prison_id and y.kind = 'prison')
  and exists (select from agency y where y.id = source_id and y.kind in ('police', 'probation')));
create policy cohort_ended on cohort for update to throughline_app using (agency_id = (select acting_agency()));
grant select, insert on cohort to throughline_app;
grant update (ended_at) on cohort to throughline_app;

-- Counted by the program, read by the cohort's agency.
create policy result_of_mine on cohort_result for select to throughline_app
  using (exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
create policy result_counted on cohort_result for insert to throughline_app
  with check ((select is_system()) and exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
create policy result_counted_again on cohort_result for update to throughline_app
  using ((select is_system()) and exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
grant select, insert, update on cohort_result to throughline_app;

create policy area_of_mine on cohort_area for select to throughline_app
  using (exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
create policy area_counted on cohort_area for insert to throughline_app
  with check ((select is_system()) and exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
create policy area_counted_away on cohort_area for delete to throughline_app
  using ((select is_system()) and exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
grant select, insert, delete on cohort_area to throughline_app;

create policy baseline_of_mine on cohort_baseline for select to throughline_app
  using (exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
create policy baseline_set on cohort_baseline for insert to throughline_app with check (set_by = (select acting_user())
  and exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency()))
  and (base_id is null or exists (select from cohort c where c.id = base_id and c.agency_id = (select acting_agency()))));
create policy baseline_replaced on cohort_baseline for update to throughline_app
  using (exists (select from cohort c where c.id = cohort_id and c.agency_id = (select acting_agency())));
grant select, insert on cohort_baseline to throughline_app;
grant update (replaced_at) on cohort_baseline to throughline_app;

-- An agency's own table of weights; the next one replaces it.
create policy severity_of_mine on severity_table for select to throughline_app using (agency_id = (select acting_agency()));
create policy severity_loaded on severity_table for insert to throughline_app with check (
  agency_id = (select acting_agency()) and loaded_by = (select acting_user()) and replaced_at is null);
create policy severity_replaced on severity_table for update to throughline_app
  using (agency_id = (select acting_agency()) and replaced_at is null) with check (replaced_at is not null);
grant select, insert on severity_table to throughline_app;
grant update (replaced_at) on severity_table to throughline_app;
