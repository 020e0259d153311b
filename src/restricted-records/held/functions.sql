-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_restricted_records(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'RESTRICTION', r.person_id, null::uuid, 'administration', r.owner_agency_id, r.made_at, r.subject_category, false,
    json_build_object('reason', r.reason)
  from restricted_record r where r.person_id = $1
$$;
alter function private.held_by_restricted_records owner to throughline_rules;
