-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_submissions(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'SUBMISSION', s.id, s.case_id, 'notes', s.owner_agency_id, s.made_at, s.subject_category, false,
    json_build_object('words', s.words, 'who', a.name, 'answer', s.reason)
  from submission s left join account a on a.id = s.made_by where s.person_id = $1
$$;
alter function private.held_by_submissions owner to throughline_rules;
