-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_appointments(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'APPOINTMENT', m.id, m.case_id, 'plan', m.owner_agency_id, m.starts_at, m.subject_category, false, json_build_object(
    'words', m.title, 'place', m.place, 'bring', m.bring, 'who', m.with_name, 'attendance', m.attendance, 'reason', m.attendance_reason)
  from appointment m where m.person_id = $1
$$;
alter function private.held_by_appointments owner to throughline_rules;
