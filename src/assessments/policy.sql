create policy question_set_is_open on question_set for select to throughline_app using ((select acting_agency()) is not null);
-- A coordinator makes versions; the system brings those that come with the product.
create policy question_set_added on question_set for insert to throughline_app
  with check (is_coordinator() or (select acting_user()) = '00000000-0000-7000-8000-000000000001');
create policy question_set_edited on question_set for update to throughline_app using (is_coordinator());
create policy question_set_thrown_away on question_set for delete to throughline_app using (is_coordinator() and published_at is null);
grant select, insert, update, delete on question_set to throughline_app;

create policy assessment_seen on assessment for select to throughline_app using (
  owner_agency_id = (select acting_agency()) or exists (select from sight where sight.case_id = assessment.case_id and 'assessment' = any(sight.reads)));
create policy assessment_added on assessment for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.case_id = assessment.case_id and 'assessment' = any(sight.writes)));
create policy assessment_changed on assessment for update to throughline_app using (
  exists (select from sight where sight.case_id = assessment.case_id and 'assessment' = any(sight.writes)));
grant select, insert, update on assessment to throughline_app;

-- A draft is its agency's own until it is submitted: those of the agency who work on the case see it, and nobody else.
-- What was typed to restricted questions needs sight of risk besides, here as in the answers.
create policy draft_seen on assessment_draft for select to throughline_app using (owner_agency_id = (select acting_agency())
  and exists (select from sight where sight.case_id = assessment_draft.case_id and 'assessment' = any(sight.reads))
  and (not is_restricted or exists (select from sight where sight.case_id = assessment_draft.case_id and 'risk' = any(sight.reads))));
create policy draft_begun on assessment_draft for insert to throughline_app with check (owner_agency_id = (select acting_agency())
  and exists (select from sight where sight.case_id = assessment_draft.case_id and 'assessment' = any(sight.writes))
  and (not is_restricted or exists (select from sight where sight.case_id = assessment_draft.case_id and 'risk' = any(sight.writes))));
create policy draft_saved on assessment_draft for update to throughline_app using (owner_agency_id = (select acting_agency())
  and exists (select from sight where sight.case_id = assessment_draft.case_id and 'assessment' = any(sight.writes))
  and (not is_restricted or exists (select from sight where sight.case_id = assessment_draft.case_id and 'risk' = any(sight.writes))));
create policy draft_done on assessment_draft for delete to throughline_app using (owner_agency_id = (select acting_agency()));
grant select, insert, update, delete on assessment_draft to throughline_app;

create policy answer_seen on answer for select to throughline_app using (
  (owner_agency_id = (select acting_agency()) or exists (select from sight where sight.case_id = answer.case_id and 'assessment' = any(sight.reads)))
  and (not is_restricted or exists (select from sight where sight.case_id = answer.case_id and 'risk' = any(sight.reads))));
create policy answer_given on answer for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and exists (select from sight where sight.case_id = answer.case_id and 'assessment' = any(sight.writes))
  and (not is_restricted or exists (select from sight where sight.case_id = answer.case_id and 'risk' = any(sight.writes))));
grant select, insert on answer to throughline_app; -- frozen: never update

-- An agency counts its own asking; a coordinator compares all.
create policy answer_count_seen on answer_count for select to throughline_app
  using (agency_id = (select acting_agency()) or is_coordinator());
create policy answer_count_begun on answer_count for insert to throughline_app with check (agency_id = (select acting_agency()));
create policy answer_count_grown on answer_count for update to throughline_app using (agency_id = (select acting_agency()));
grant select, insert, update on answer_count to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy assessment_not_closed on assessment as restrictive to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));
create policy answer_not_closed on answer as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
