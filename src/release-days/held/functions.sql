-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_release_days(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'RELEASE_DAY', d.id, d.case_id, 'plan', d.owner_agency_id, d.changed_at, d.subject_category, false,
    json_build_object('place', d.home_place, 'who', d.meets_name) from release_day d where d.person_id = $1
  union all
  select 'RELEASE_STOP', s.id, s.case_id, s.field_group, s.owner_agency_id, s.made_at, s.subject_category, false,
    json_build_object('words', s.title, 'place', s.place) from release_stop s where s.person_id = $1
  union all
  select 'FIRST_CONTACT', f.id, f.case_id, 'plan', f.owner_agency_id, f.recorded_at, f.subject_category, false,
    json_build_object('words', f.note, 'type', f.outcome, 'who', a.name) from first_contact f join account a on a.id = f.recorded_by where f.person_id = $1
$$;
alter function private.held_by_release_days owner to throughline_rules;
