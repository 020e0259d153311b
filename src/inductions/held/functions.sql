-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_inductions(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'INDUCTION', i.id, i.case_id, 'custody', i.owner_agency_id, coalesce(i.outcome_at, i.due_on::timestamptz), i.subject_category, true,
    json_build_object('type', s.name, 'day', i.due_on, 'result', i.outcome)
  from induction i join induction_session s on s.id = i.session_id where i.person_id = $1
$$;
alter function private.held_by_inductions owner to throughline_rules;
