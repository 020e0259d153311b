-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_safeguarding(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'OPENING', o.id, o.case_id, 'mentoring', o.owner_agency_id, o.opened_at, o.subject_category, false,
    json_build_object('who', y.name, 'reason', o.reason)
  from note_opening o join agency y on y.id = o.to_agency_id where o.person_id = $1
$$;
alter function private.held_by_safeguarding owner to throughline_rules;
