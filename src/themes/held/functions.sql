-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_themes(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'THEME_CASE', c.id, c.case_id, 'risk', c.owner_agency_id, c.linked_at, c.subject_category, false,
    json_build_object('name', t.title, 'place', t.area, 'words', c.why, 'until', (c.parted_at at time zone 'Europe/London')::date)
  from theme_case c join theme t on t.id = c.theme_id where c.person_id = $1
$$;
alter function private.held_by_themes owner to throughline_rules;
