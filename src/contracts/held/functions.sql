-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_contracts(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CLAIMED_RESULT', r.source_id, r.case_id, case r.result when 'PROGRAMME_COMPLETED' then 'referrals' else 'custody' end, r.owner_agency_id,
    m.made_at, r.subject_category, false, json_build_object('name', c.funder, 'type', r.result, 'day', r.happened_on, 'until', r.matures_on)
  from claimed_result r join result_claim m on m.id = r.claim_id join result_contract c on c.id = r.contract_id where r.person_id = $1
$$;
alter function private.held_by_contracts owner to throughline_rules;
