-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_allocations(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'MANAGEMENT', m.id, m.case_id, 'risk', m.owner_agency_id, m.made_at, m.subject_category, false,
    json_build_object('status', m.risk, 'type', m.chosen, 'words', m.reason) from case_management m where m.person_id = $1
$$;
alter function private.held_by_allocations owner to throughline_rules;
