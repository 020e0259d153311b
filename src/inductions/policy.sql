-- A prison's own series, kept by its administrator.
create policy session_seen on induction_session for select to throughline_app using (true);
create policy session_made on induction_session for insert to throughline_app with check (
  agency_id = (select acting_agency()) and made_by = (select acting_user()) and (select is_administrator()));
create policy session_ended on induction_session for update to throughline_app using (
  agency_id = (select acting_agency()) and (select is_administrator()));
grant select, insert on induction_session to throughline_app;
grant update (ended_at) on induction_session to throughline_app;

create policy induction_seen on induction for select to throughline_app using (
  exists (select from sight where sight.person_id = induction.person_id and 'custody' = any(sight.reads)));
create policy induction_answered on induction for update to throughline_app using (
  agency_id = (select acting_agency())
  and exists (select from sight where sight.person_id = induction.person_id and 'custody' = any(sight.writes)));
grant select on induction to throughline_app;
grant update (outcome, outcome_by, outcome_at, version) on induction to throughline_app;
