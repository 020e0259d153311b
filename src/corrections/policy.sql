-- Read by whoever reads the fact, and by every agency that it was sent to.
create policy correction_seen on correction for select to throughline_app using (
  exists (select from correction_recipient r where r.correction_id = correction.id and r.agency_id = (select acting_agency()))
  or (fact_kind = 'NOTE' and exists (select from note where note.id = fact_id))
  or (fact_kind = 'NEED' and exists (select from need where need.id = fact_id))
  or (fact_kind not in ('NOTE', 'NEED') and exists (select from said_fact(fact_kind, fact_id))));
-- Said by whoever may write in the part of the case that the fact belongs to, and reads the fact.
create policy correction_made on correction for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and made_by = (select acting_user()) and lifted_at is null
  and exists (select from sight where sight.case_id = correction.case_id and correction.field_group = any(sight.writes))
  and exists (select from said_fact(fact_kind, fact_id) f where f.person_id = correction.person_id
    and coalesce(f.case_id, correction.case_id) = correction.case_id)
  and (own_request_id is null or exists (select from own_request q where q.id = own_request_id and q.case_id = correction.case_id)));
-- A restriction is lifted by the agency that made it, by somebody who may write there.
create policy correction_lifted on correction for update to throughline_app
  using (kind = 'RESTRICTION' and owner_agency_id = (select acting_agency()) and lifted_at is null and exists (
    select from sight where sight.case_id = correction.case_id and correction.field_group = any(sight.writes)))
  with check (lifted_by = (select acting_user()));
grant select, insert on correction to throughline_app;
grant update (lifted_at, lifted_by) on correction to throughline_app;
-- Not what is closed to this account: a barred worker, a restricted record (people_closed).
create policy correction_not_closed on correction as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
-- What tells of a victim is kept from a mentor, as the note is.
create policy correction_of_victim on correction as restrictive for select to throughline_app using (
  subject_category <> 'VICTIM' or not exists (select from case_party p
    where p.case_id = correction.case_id and p.account_id = (select acting_user()) and p.role = 'MENTOR'));

-- Who was told, and who acknowledged: one's own agency, and the agency that said it.
create policy recipient_seen on correction_recipient for select to throughline_app using (
  (select acting_agency()) in (agency_id, owner_agency_id));
create policy recipient_acknowledges on correction_recipient for update to throughline_app
  using (agency_id = (select acting_agency()) and acknowledged_at is null) with check (acknowledged_by = (select acting_user()));
grant select on correction_recipient to throughline_app;
grant update (acknowledged_at, acknowledged_by) on correction_recipient to throughline_app;
create policy recipient_not_closed on correction_recipient as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));
