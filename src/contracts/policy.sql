-- A contract, its prices and what was claimed under it are for the managers of the agency that is paid.
create policy contract_seen on result_contract for select to throughline_app using (agency_id = (select acting_agency()) and (select is_manager()));
create policy contract_made on result_contract for insert to throughline_app with check (agency_id = (select acting_agency())
  and (select is_manager()) and made_by = (select acting_user()) and ended_at is null);
create policy contract_ended on result_contract for update to throughline_app
  using (agency_id = (select acting_agency()) and (select is_manager()) and ended_at is null) with check (ended_by = (select acting_user()));
grant select, insert on result_contract to throughline_app;
grant update (ended_by, ended_at) on result_contract to throughline_app;

create policy price_seen on result_price for select to throughline_app using (exists (select from result_contract c where c.id = contract_id));
create policy price_set on result_price for insert to throughline_app with check (exists (select from result_contract c
  where c.id = contract_id and c.made_by = (select acting_user()) and c.ended_at is null)
  and not exists (select from result_claim m where m.contract_id = result_price.contract_id));
grant select, insert on result_price to throughline_app;

create policy result_claim_seen on result_claim for select to throughline_app using (exists (select from result_contract c where c.id = contract_id));
create policy result_claim_made on result_claim for insert to throughline_app with check (made_by = (select acting_user())
  and decision is null and withdrawn_at is null and exists (select from result_contract c join result_price p on p.contract_id = c.id
    where c.id = result_claim.contract_id and p.result = result_claim.result and p.price_in_minor = result_claim.price_in_minor and c.ended_at is null));
create policy result_claim_decided on result_claim for update to throughline_app
  using (exists (select from result_contract c where c.id = contract_id));
grant select, insert on result_claim to throughline_app;
grant update (decision, decided_by, decided_at, decided_words, withdrawn_at) on result_claim to throughline_app;

-- The rows behind it are about people: each is seen by whoever sees that part of the person's case.
create policy claimed_seen on claimed_result for select to throughline_app using (exists (select from result_claim m where m.id = claim_id)
  and exists (select from sight where sight.case_id = claimed_result.case_id
    and case claimed_result.result when 'PROGRAMME_COMPLETED' then 'referrals' else 'custody' end = any(sight.reads)));
create policy claimed_added on claimed_result for insert to throughline_app with check (owner_agency_id = (select acting_agency()) and agency_id = (select acting_agency()) and freed_at is null
  and exists (select from result_claim m where m.id = claim_id and m.contract_id = claimed_result.contract_id and m.result = claimed_result.result
    and m.made_by = (select acting_user()) and m.decision is null and m.withdrawn_at is null and m.cohort_id is null)
  and exists (select from sight where sight.case_id = claimed_result.case_id and 'identity' = any(sight.reads)));
grant select, insert on claimed_result to throughline_app;
create policy claimed_not_closed on claimed_result as restrictive to throughline_app using (person_id <> all((select people_closed())::uuid[]));

-- Counted by recount_contracts() alone, read by whoever sees the contract.
create policy contract_count_seen on contract_count for select to throughline_app using (exists (select from result_contract c where c.id = contract_id));
grant select on contract_count to throughline_app;
