-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_own_door(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'OWN_REQUEST', r.id, r.case_id, 'plan', r.owner_agency_id, r.said_at, r.subject_category, false,
    json_build_object('own-words', r.words, 'answer', r.answer)
  from own_request r where r.person_id = $1
$$;
alter function private.held_by_own_door owner to throughline_rules;
