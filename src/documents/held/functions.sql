-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_documents(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'DOCUMENT', d.id, d.case_id, d.field_group, d.owner_agency_id, d.added_at, d.subject_category, false,
    json_build_object('words', d.title, 'who', a.name, 'withdrawn', d.withdrawn_reason)
  from document d join account a on a.id = d.added_by where d.person_id = $1
$$;
alter function private.held_by_documents owner to throughline_rules;
