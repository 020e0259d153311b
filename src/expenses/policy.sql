-- Everybody of the agency sees which funds there are; a treasurer keeps them.
create policy fund_seen on fund for select to throughline_app using (agency_id = (select acting_agency()));
create policy fund_kept on fund for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_treasurer()) and made_by = (select acting_user()));
create policy fund_changed on fund for update to throughline_app using (agency_id = (select acting_agency()) and (select is_treasurer()));
grant select (id, agency_id, name, currency, amount_in_minor, starts_on, ends_on, debtor_name, debtor_iban, made_by, made_at, closed_at), insert on fund to throughline_app;
grant update (name, amount_in_minor, ends_on, debtor_name, debtor_iban, closed_at) on fund to throughline_app;

create policy mileage_rate_seen on mileage_rate for select to throughline_app using (agency_id is null or agency_id = (select acting_agency()));
create policy mileage_rate_set on mileage_rate for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_treasurer()) and made_by = (select acting_user()));
grant select, insert on mileage_rate to throughline_app;

-- Somebody's bank account is theirs and the treasurer's.
create policy payee_seen on payee for select to throughline_app using (
  account_id = (select acting_user()) or (agency_id = (select acting_agency()) and (select is_treasurer())));
create policy payee_set on payee for insert to throughline_app with check (
  account_id = (select acting_user()) and agency_id = (select acting_agency()));
create policy payee_changed on payee for update to throughline_app
  using (account_id = (select acting_user())) with check (account_id = (select acting_user()) and agency_id = (select acting_agency()));
grant select, insert, update on payee to throughline_app;

create policy payment_batch_seen on payment_batch for select to throughline_app using (
  agency_id = (select acting_agency()) and (select is_treasurer()));
create policy payment_batch_made on payment_batch for insert to throughline_app with check (
  agency_id = (select acting_agency()) and (select is_treasurer()) and made_by = (select acting_user())
  and exists (select from fund f where f.id = fund_id and f.agency_id = (select acting_agency())));
create policy payment_batch_paid on payment_batch for update to throughline_app using (
  agency_id = (select acting_agency()) and (select is_treasurer()) and paid_on is null and undone_at is null)
  with check (agency_id = (select acting_agency()) and (paid_by is null or paid_by = (select acting_user())));
grant select, insert on payment_batch to throughline_app;
grant update (paid_on, paid_by, undone_at) on payment_batch to throughline_app;

-- A claim is its claimant's and for who decides and pays.
create policy expense_claim_seen on expense_claim for select to throughline_app using (claimant_id = (select acting_user())
  or (agency_id = (select acting_agency()) and ((select is_manager()) or (select is_treasurer()))));
create policy expense_claim_made on expense_claim for insert to throughline_app with check (claimant_id = (select acting_user())
  and agency_id = (select acting_agency()) and decision is null and batch_id is null and withdrawn_at is null
  and exists (select from fund f where f.id = fund_id and f.agency_id = (select acting_agency()) and f.closed_at is null));
create policy expense_claim_moved on expense_claim for update to throughline_app using (claimant_id = (select acting_user())
  or (agency_id = (select acting_agency()) and ((select is_manager()) or (select is_treasurer()))));
grant select, insert on expense_claim to throughline_app;
grant update (withdrawn_at, decision, decided_by, decided_at, decided_words, batch_id, paid_on) on expense_claim to throughline_app;

create policy expense_receipt_seen on expense_receipt for select to throughline_app using (exists (select from expense_claim c where c.id = claim_id));
create policy expense_receipt_kept on expense_receipt for insert to throughline_app with check (
  exists (select from expense_claim c where c.id = claim_id and c.claimant_id = (select acting_user())));
grant select, insert on expense_receipt to throughline_app;

-- A mentor's own login (T8): their claims and their bank account, and which funds there are.
create policy fund_of_mentors on fund for select to portal_mentor using (agency_id = (select acting_agency()));
create policy mileage_rate_of_mentors on mileage_rate for select to portal_mentor using (agency_id is null or agency_id = (select acting_agency()));
create policy payee_of_mentors on payee to portal_mentor
  using (account_id = (select acting_user())) with check (account_id = (select acting_user()) and agency_id = (select acting_agency()));
create policy expense_claim_of_mentors on expense_claim for select to portal_mentor using (claimant_id = (select acting_user()));
create policy expense_claim_by_mentors on expense_claim for insert to portal_mentor with check (claimant_id = (select acting_user())
  and agency_id = (select acting_agency()) and decision is null and batch_id is null and withdrawn_at is null
  and exists (select from fund f where f.id = fund_id and f.closed_at is null));
create policy expense_claim_withdrawn_by_mentors on expense_claim for update to portal_mentor using (claimant_id = (select acting_user()));
create policy expense_receipt_of_mentors on expense_receipt for select to portal_mentor using (exists (select from expense_claim c where c.id = claim_id));
create policy expense_receipt_by_mentors on expense_receipt for insert to portal_mentor with check (exists (select from expense_claim c where c.id = claim_id));
grant select (id, agency_id, name, currency, amount_in_minor, starts_on, ends_on, debtor_name, debtor_iban, closed_at) on fund to portal_mentor;
grant select on mileage_rate to portal_mentor;
grant select, insert, update on payee to portal_mentor;
grant select, insert on expense_claim, expense_receipt to portal_mentor;
grant update (withdrawn_at) on expense_claim to portal_mentor;
