-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_break_glass(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'EMERGENCY_ACCESS', b.id, null::uuid, 'administration', b.owner_agency_id, b.used_at, b.subject_category, false,
    json_build_object('who', y.name, 'reason', b.reason, 'result', concat_ws(' ', b.finding, b.finding_words))
  from break_glass b join agency y on y.id = b.agency_id where b.person_id = $1 and b.owner_agency_id is not null
$$;
alter function private.held_by_break_glass owner to throughline_rules;
