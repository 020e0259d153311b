-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_evidence(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CASE_STORY', s.id, s.case_id, 'notes', s.owner_agency_id, s.written_at, s.subject_category, false,
    json_build_object('name', s.title, 'words', s.words)
  from case_story s where s.person_id = $1 and s.removed_at is null
$$;
alter function private.held_by_evidence owner to throughline_rules;
