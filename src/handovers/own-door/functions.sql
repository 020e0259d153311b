-- At the person's own door: the meeting about who works with them, what was agreed, and their answer. Each needs the hash of the session's
-- token, and says nothing without it. A point that is marked sensitive is not shown.
create or replace function read_own_handover(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request);
  return coalesce((select jsonb_build_object('id', h.id, 'state', h.state, 'from', f.name, 'fromAgency', x.name, 'to', t.name, 'toAgency', y.name,
      'meetsAt', h.meets_at, 'meetsHow', h.meets_how, 'meetsPlace', h.meets_place, 'heldAt', h.held_at, 'ownWords', h.own_words,
      'answeredAt', h.answered_at, 'answerWords', h.answer_words,
      'points', (select coalesce(jsonb_agg(jsonb_build_object('words', p.words, 'who', p.who, 'dueOn', p.due_on) order by p.place), '[]')
        from handover_point p where p.handover_id = h.id and p.held_number = h.held_number and p.sensitivity = 'STANDARD'
          and p.subject_category not in ('VICTIM', 'WITNESS')))
    from handover h join account f on f.id = h.from_account_id join account t on t.id = h.to_account_id
    join agency x on x.id = h.from_agency_id join agency y on y.id = h.to_agency_id
    where h.case_id = s.case_id and h.sensitivity = 'STANDARD' and h.state not in ('DECLINED', 'CANCELLED')
    order by h.proposed_at desc limit 1), '{}');
end $$;
alter function read_own_handover owner to throughline_rules;

-- Keeps the person's answer to the meeting that was written down, and tells both workers. The words stay in the row of the handover.
create or replace function answer_own_handover(token bytea, at timestamptz, agrees boolean, words text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  h handover;
  becomes text := case when agrees then 'AGREED' else 'DISAGREED' end;
  said text := case when agrees then 'handover.agreed' else 'handover.disagreed' end;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null then return false; end if;
  select * into h from handover where case_id = s.case_id and sensitivity = 'STANDARD' and 'PERSON' = any(handover_movers(state, becomes)) for update;
  if h.id is null or has_died(h.person_id) then return false; end if;
  update handover set state = becomes, answered_at = at, answered_how = 'OWN_DOOR', answer_words = $4, beside_id = null where id = h.id;
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at)
  values (said, h.id, s.case_id, s.person_id, 'plan', s.owner_agency_id, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array(said)));
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select w.id, s.case_id, said, h.id, '{}', at from account w where w.id in (h.from_account_id, h.to_account_id) and w.disabled_at is null
    and not is_closed_to(s.person_id, w.id) and exists (select from sight a where a.case_id = s.case_id and 'plan' = any(a.reads)
      and a.until >= current_date and (a.audience_id in (w.id, w.agency_id)
        or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id)));
  perform pg_notify('case', s.case_id::text);
  return true;
end $$;
alter function answer_own_handover owner to throughline_rules;
grant execute on function read_own_handover(bytea, timestamptz, text), answer_own_handover(bytea, timestamptz, boolean, text, text) to portal_person;
