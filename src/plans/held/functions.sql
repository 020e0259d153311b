-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone. What a
-- review keeps of the plan is left out: goals and steps stand here themselves, and some of them may be of a need that is restricted.
create or replace function private.held_by_plans(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'STEP', t.id, t.case_id, case when n.is_restricted then 'risk' else 'plan' end, t.owner_agency_id, t.made_at, t.subject_category, false,
    json_build_object('words', t.title, 'day', t.due_on, 'status', t.status, 'reason', t.status_reason, 'done-when', nullif(t.done_when, ''))
  from step t left join need n on n.id = t.need_id where t.person_id = $1
  union all
  select 'GOAL', g.id, g.case_id, case when exists (select from need n where n.id = any(g.need_ids) and n.is_restricted) then 'risk' else 'plan' end,
    g.owner_agency_id, g.made_at, g.subject_category, false,
    json_build_object('own-words', g.words, 'status', g.status, 'reason', g.status_reason) from goal g where g.person_id = $1
  union all
  select 'PLAN_REVIEW', r.id, r.case_id, 'plan', r.owner_agency_id, r.made_at, r.subject_category, false,
    json_build_object('day', r.reviewed_on, 'answer', r.agreement, 'own-words', r.own_words, 'words', r.contribution, 'who', concat_ws(', ',
      (select string_agg(a.name, ', ' order by a.name) from account a where a.id = any(r.present_ids)), nullif(r.others_present, '')))
  from plan_review r where r.person_id = $1
  union all
  select 'PLAN_REPLY', p.id, p.case_id, 'plan', p.owner_agency_id, p.said_at, p.subject_category, false,
    json_build_object('answer', p.agreement, 'own-words', p.words) from plan_reply p where p.person_id = $1
$$;
alter function private.held_by_plans owner to throughline_rules;
