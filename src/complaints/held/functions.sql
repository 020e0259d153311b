-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_complaints(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'COMPLAINT', c.id, c.case_id, 'administration', c.owner_agency_id, c.made_at, c.subject_category, false,
    json_build_object('who', y.name, 'own-words', c.words, 'answer', c.answer)
  from complaint c join agency y on y.id = c.about_agency_id where c.person_id = $1
$$;
alter function private.held_by_complaints owner to throughline_rules;
