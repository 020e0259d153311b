-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_case_endings(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CASE_ENDING', e.id, e.case_id, 'identity', e.owner_agency_id, e.ended_at, e.subject_category, false,
    json_build_object('reason', e.reason, 'words', e.words, 'own-words', e.persons_words, 'reset', e.reopen_words)
  from case_ending e where e.person_id = $1
$$;
alter function private.held_by_case_endings owner to throughline_rules;
