-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_supervisor_contacts(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'SUPERVISOR_CONTACT', c.id, c.case_id, 'custody', c.owner_agency_id, c.made_at, c.subject_category, true,
    json_build_object('type', c.kind, 'day', c.happened_on, 'who', a.name)
  from supervisor_contact c left join account a on a.id = c.made_by where c.person_id = $1
$$;
alter function private.held_by_supervisor_contacts owner to throughline_rules;
