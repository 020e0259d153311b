-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_case_requests(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'REQUEST_TO_JOIN', q.id, s.case_id, 'administration', q.owner_agency_id, q.asked_at, q.subject_category, false,
    json_build_object('who', y.name, 'number', q.identifier, 'purpose', q.purpose, 'reason', q.reason, 'answer', q.answer)
  from case_request_subject s join case_request q on q.id = s.request_id join agency y on y.id = q.agency_id where s.person_id = $1
  union all
  select 'ANSWER_TO_JOIN', s.request_id, s.case_id, 'administration', s.owner_agency_id, s.decided_at, s.subject_category, false,
    json_build_object('answer', s.decision, 'words', s.answer_words)
  from case_request_subject s where s.person_id = $1 and s.decided_at is not null
$$;
alter function private.held_by_case_requests owner to throughline_rules;
