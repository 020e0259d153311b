-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_custody(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'STAY', k.id, null::uuid, 'custody', k.owner_agency_id, k.known_at, k.subject_category, true, json_build_object(
    'place', concat_ws(' ', y.name, nullif(k.wing, ''), nullif(k.cell, '')), 'from', k.received_on, 'until', k.left_on,
    'reason', k.left_reason, 'legal-status', k.legal_status, 'source', k.source)
  from custody k join agency y on y.id = k.agency_id where k.person_id = $1
  union all
  select 'RELEASE_DATE', d.id, null, 'custody', d.owner_agency_id, d.known_at, d.subject_category, true,
    json_build_object('type', d.type, 'day', d.day, 'source', d.source)
  from release_date d where d.person_id = $1
  union all
  select 'MOVEMENT', m.id, m.case_id, 'custody', m.owner_agency_id, m.entered_at, m.subject_category, true, json_build_object(
    'type', m.kind, 'day', m.happened_on, 'place', concat_ws(' ', y.name, nullif(m.wing, ''), nullif(m.cell, '')), 'source', m.source,
    'until', m.return_due_on)
  from movement m left join agency y on y.id = m.to_agency_id where m.person_id = $1
$$;
alter function private.held_by_custody owner to throughline_rules;
