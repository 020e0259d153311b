-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_helpline(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'HELPLINE_CALL', c.id, c.case_id, 'mentoring', c.owner_agency_id, c.rang_at, c.subject_category, true,
    json_build_object('type', c.feeling, 'words', c.words, 'reason', c.risk, 'result', c.agreed)
  from helpline_call c where c.person_id = $1
  union all
  select 'HELPLINE_HAND_OFF', o.id, o.case_id, 'mentoring', o.owner_agency_id, o.made_at, o.subject_category, false,
    json_build_object('words', o.words, 'result', o.done_words)
  from helpline_hand_off o where o.person_id = $1
  union all
  select 'CRISIS_PLAN', p.id, p.case_id, 'mentoring', p.owner_agency_id, p.written_at, p.subject_category, true,
    json_build_object('signs', p.signs, 'helps', p.helps, 'people', p.people, 'places', p.places, 'avoid', p.avoid)
  from crisis_plan p where p.person_id = $1
$$;
alter function private.held_by_helpline owner to throughline_rules;
