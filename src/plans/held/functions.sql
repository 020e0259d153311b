-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_plans(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'STEP', t.id, t.case_id, case when n.is_restricted then 'risk' else 'plan' end, t.owner_agency_id, t.made_at, t.subject_category, false,
    json_build_object('words', t.title, 'day', t.due_on, 'status', t.status, 'reason', t.status_reason)
  from step t left join need n on n.id = t.need_id where t.person_id = $1
$$;
alter function private.held_by_plans owner to throughline_rules;
