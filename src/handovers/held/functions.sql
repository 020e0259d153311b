-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_handovers(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'HANDOVER', h.id, h.case_id, 'plan', h.owner_agency_id, h.proposed_at, h.subject_category, false,
    json_build_object('who', t.name, 'status', h.state, 'reason', h.why, 'place', h.held_place, 'own-words', h.own_words,
      'answer', h.answer_words, 'why', h.went_on_words, 'declined', h.end_words)
  from handover h join account t on t.id = h.to_account_id where h.person_id = $1
  union all
  select 'HANDOVER_POINT', p.id, p.case_id, 'plan', p.owner_agency_id, p.agreed_at, p.subject_category, false,
    json_build_object('words', p.words, 'type', p.who, 'until', p.due_on) from handover_point p where p.person_id = $1
  union all
  select 'HANDOVER_PART', p.id, p.case_id, p.field_group, p.owner_agency_id, p.frozen_at, p.subject_category, false,
    json_build_object('words', (select string_agg(nullif(concat_ws(' ', l->>'words', l->>'code'), ''), E'\n') from jsonb_array_elements(p.lines) l))
  from handover_part p where p.person_id = $1
$$;
alter function private.held_by_handovers owner to throughline_rules;
