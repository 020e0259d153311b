-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_passports(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'PASSPORT', p.id, p.case_id, 'identity', p.owner_agency_id, p.issued_at, p.subject_category, true, json_build_object('number', p.short_code)
  from passport_issue p where p.person_id = $1
$$;
alter function private.held_by_passports owner to throughline_rules;
