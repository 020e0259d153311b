create policy consent_text_is_open on consent_text for select to throughline_app using ((select acting_agency()) is not null);
create policy consent_text_made on consent_text for insert to throughline_app
  with check ((select is_coordinator()) and made_by = (select acting_user()));
grant select, insert on consent_text to throughline_app;

-- What a person agreed to is seen by who knows of the case. Whoever works on the whole case writes down what they said; an agency
-- writes down a no that it is told itself, so that a withdrawal never has to wait for somebody else.
create policy consent_seen on consent for select to throughline_app using (
  exists (select from sight where sight.case_id = consent.case_id and 'identity' = any(sight.reads)));
create policy consent_written on consent for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and recorded_by = (select acting_user()) and replaced_at is null
  and exists (select from case_file c where c.id = consent.case_id and c.person_id = consent.person_id and c.purpose = consent.purpose)
  and (may_bring_in(case_id) or (answer <> 'GIVEN' and agency_id = (select acting_agency()))));
grant select, insert on consent to throughline_app;
