-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_transfers(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'TRANSFER', t.id, t.case_id, 'plan', t.owner_agency_id, t.proposed_at, t.subject_category, false,
    json_build_object('who', y.name, 'status', t.state, 'day', t.by_on, 'reason', t.reason, 'declined', t.decline_words)
  from case_transfer t join agency y on y.id = t.to_agency_id where t.person_id = $1
$$;
alter function private.held_by_transfers owner to throughline_rules;
