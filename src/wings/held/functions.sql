-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_wings(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'PRE_RELEASE_OFFER', o.id, o.case_id, 'custody', o.owner_agency_id, o.made_at, o.subject_category, true,
    json_build_object('day', o.offered_on, 'result', coalesce(o.answer, 'OFFERED'), 'reason', o.reason)
  from pre_release_offer o where o.person_id = $1 and o.withdrawn_at is null
$$;
alter function private.held_by_wings owner to throughline_rules;
