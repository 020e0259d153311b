-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_corrections(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CORRECTION', c.id, c.case_id, c.field_group, c.owner_agency_id, c.made_at, c.subject_category, false,
    json_build_object('type', c.kind, 'words', c.words, 'until', (c.lifted_at at time zone 'Europe/London')::date,
      'who', (select string_agg(y.name, ', ' order by y.name) from correction_recipient r join agency y on y.id = r.agency_id where r.correction_id = c.id))
  from correction c where c.person_id = $1
$$;
alter function private.held_by_corrections owner to throughline_rules;
