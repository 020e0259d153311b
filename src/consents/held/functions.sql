-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_consents(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CONSENT', c.id, c.case_id, 'identity', c.owner_agency_id, c.recorded_at, c.subject_category, true,
    json_build_object('type', c.kind, 'who', y.name, 'answer', c.answer, 'day', c.said_on, 'how', c.how)
  from consent c join agency y on y.id = c.agency_id where c.person_id = $1
$$;
alter function private.held_by_consents owner to throughline_rules;
