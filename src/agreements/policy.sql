-- Whose sight reaches where is itself seen only by those it is about.
create policy sight_of_mine on sight for select to throughline_app
  using (audience_id = any((select acting_audiences())::uuid[]) and until >= current_date);
grant select on sight to throughline_app;
grant select on access to throughline_app; -- the same as the release before this one asks for it

-- What agencies agreed is no secret. A coordinator writes drafts; from the offer on the terms stand, and sign_agreement() and
-- end_agreement() alone move it.
create policy gateway_is_open on legal_gateway for select to throughline_app using (true);
create policy agreement_is_open on agreement for select to throughline_app using (true);
create policy agreement_drafted on agreement for insert to throughline_app
  with check ((select is_coordinator()) and offered_at is null and in_force_at is null and ended_at is null);
create policy agreement_edited on agreement for update to throughline_app
  using ((select is_coordinator()) and offered_at is null and ended_at is null) with check (in_force_at is null and ended_at is null);
create policy agreement_party_is_open on agreement_party for select to throughline_app using ((select acting_agency()) is not null);
create policy agreement_party_joins on agreement_party for insert to throughline_app with check (
  (select is_coordinator()) and exists (select from agreement a where a.id = agreement_id and a.offered_at is null)
  or ((select is_coordinator()) or (select is_system())) and exists (
    select from agreement a where a.id = agreement_id and a.admits_joiners and a.in_force_at is not null));
create policy agreement_party_left_out on agreement_party for delete to throughline_app using (
  (select is_coordinator()) and exists (select from agreement a where a.id = agreement_id and a.offered_at is null));
create policy agreement_grant_is_open on agreement_grant for select to throughline_app using (true);
create policy agreement_grant_drafted on agreement_grant for insert to throughline_app with check (
  (select is_coordinator()) and exists (select from agreement a where a.id = agreement_id and a.offered_at is null));
create policy agreement_grant_left_out on agreement_grant for delete to throughline_app using (
  (select is_coordinator()) and exists (select from agreement a where a.id = agreement_id and a.offered_at is null));
grant select on legal_gateway, agreement, agreement_party, agreement_grant to throughline_app;
grant insert, delete on agreement_grant to throughline_app;
grant delete on agreement_party to throughline_app;
grant insert (agreement_id, agency_id) on agreement_party to throughline_app;
grant insert (id, title, purpose, legal_basis, gateway, needs_consent, starts_on, ends_on, review_on, document_reference, edition,
  replaces_id, admits_joiners) on agreement to throughline_app;
grant update (title, purpose, legal_basis, gateway, needs_consent, starts_on, ends_on, review_on, document_reference, offered_at, version)
  on agreement to throughline_app;

-- Restrictive: a barred worker does not reach the record by their team, their agency or break-glass either; and who stands in for somebody
-- does not reach a restricted one, whose list names accounts.
create policy sight_not_closed on sight as restrictive for select to throughline_app
  using (person_id <> all((select people_closed())::uuid[]));

-- The papers are read by whoever reads agreements; a coordinator adds one, and nobody takes one away.
create policy agreement_paper_is_open on agreement_paper for select to throughline_app using ((select acting_agency()) is not null);
create policy agreement_paper_added on agreement_paper for insert to throughline_app
  with check ((select is_coordinator()) and added_by = (select acting_user()));
grant select, insert on agreement_paper to throughline_app;
