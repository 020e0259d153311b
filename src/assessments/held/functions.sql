-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_assessments(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'ASSESSMENT', a.id, a.case_id, 'assessment', a.owner_agency_id, a.begun_at, a.subject_category, false,
    json_build_object('type', a.type, 'skipped', a.skip_reason, 'reset', a.reset_reason)
  from assessment a where a.person_id = $1
  union all
  select 'ANSWER', w.id, w.case_id, case when w.is_restricted then 'risk' else 'assessment' end, w.owner_agency_id, w.answered_at,
    w.subject_category, false, json_build_object('question', w.question_text, 'answer', w.shown_text, 'asked-again', w.asked_again_reason)
  from answer w where w.person_id = $1
  union all
  select 'ANSWER_DRAFT', (md5(d.assessment_id::text || d.pathway || d.is_restricted))::uuid, d.case_id,
    case when d.is_restricted then 'risk' else 'assessment' end, d.owner_agency_id, d.saved_at, d.subject_category, false,
    (select json_object_agg(e.key, e.value order by e.key) from jsonb_each_text(d.typed) e)
  from assessment_draft d join case_file c on c.id = d.case_id where c.person_id = $1
$$;
alter function private.held_by_assessments owner to throughline_rules;
