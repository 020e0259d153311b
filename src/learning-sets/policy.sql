-- Whoever sees outputs sees what was asked there; the agency that held it, and coordinators, write it.
create policy learning_set_seen on learning_set for select to throughline_app using (exists (select from output o where o.id = output_id and o.withdrawn_at is null));
create policy learning_set_written on learning_set for insert to throughline_app with check (written_by = (select acting_user()) and shared_at is null
  and exists (select from output o where o.id = output_id and o.kind = 'LEARNING_SET' and o.withdrawn_at is null and ((select is_coordinator()) or o.agency_id = (select acting_agency()))));
create policy learning_set_changed on learning_set for update to throughline_app
  using (exists (select from output o where o.id = output_id and o.withdrawn_at is null and ((select is_coordinator()) or o.agency_id = (select acting_agency()))))
  with check (shared_at is null and written_by = (select acting_user()) or shared_at is not null);
grant select, insert on learning_set to throughline_app;
grant update (agenda, questions, report_en, report_it, report_nl, written_by, written_at, version, shared_by, shared_at) on learning_set to throughline_app;

-- Numbers and words are entered and not read back; which groups were entered is seen by those who enter, until it is shared.
create policy learning_feedback_entered_seen on learning_feedback for select to throughline_app using (exists (select from learning_set s join output o on o.id = s.output_id
  where s.output_id = learning_feedback.output_id and s.shared_at is null and ((select is_coordinator()) or o.agency_id = (select acting_agency()))));
create policy learning_feedback_entered on learning_feedback for insert to throughline_app with check (entered_by = (select acting_user())
  and exists (select from learning_set s join output o on o.id = s.output_id where s.output_id = learning_feedback.output_id and s.shared_at is null
    and question <= cardinality(s.questions) and ((select is_coordinator()) or o.agency_id = (select acting_agency()))));
create policy learning_feedback_replaced on learning_feedback for delete to throughline_app using (exists (select from learning_set s join output o on o.id = s.output_id
  where s.output_id = learning_feedback.output_id and s.shared_at is null and ((select is_coordinator()) or o.agency_id = (select acting_agency()))));
grant select (output_id, question, of_group), insert, delete on learning_feedback to throughline_app;
