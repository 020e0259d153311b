-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_mentors(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'MENTEE_WISH', w.id, w.case_id, 'mentoring', w.owner_agency_id, w.made_at, w.subject_category, false,
    json_build_object('day', w.asked_on, 'place', w.place, 'languages', array_to_string(w.languages, ', '), 'words', w.words)
  from mentee_wish w where w.person_id = $1
  union all
  select 'MENTOR_MATCH', m.id, m.case_id, 'mentoring', m.owner_agency_id, m.proposed_at, m.subject_category, false,
    json_build_object('who', x.name, 'words', m.risk_words, 'place', m.risk_places, 'until', m.ended_on, 'ended', m.ended_words)
  from mentor_match m join mentor x on x.id = m.mentor_id where m.person_id = $1
  union all
  select 'MENTOR_SESSION', s.id, s.case_id, 'mentoring', s.owner_agency_id, s.made_at, s.subject_category, false,
    json_build_object('type', s.kind, 'day', s.happened_on, 'who', x.name, 'words', s.words)
  from mentor_session s join mentor x on x.id = s.mentor_id where s.person_id = $1 and s.withdrawn_at is null
$$;
alter function private.held_by_mentors owner to throughline_rules;
