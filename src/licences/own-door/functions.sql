-- At the person's own door: what their licence asks of them, and whether they understood it. Each needs the hash of the session's token, and
-- says nothing without it. A condition that is marked sensitive, or is about a victim, is not shown.
create or replace function read_own_licence(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['custody'], 'own-door', request);
  return jsonb_build_object(
    'conditions', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'words', c.words, 'fromOn', c.from_on, 'untilOn', c.until_on,
        'curfewFrom', c.curfew_from_minute, 'curfewUntil', c.curfew_until_minute)
        order by array_position(array['ADDITIONAL', 'STANDARD', 'SUPERVISION'], c.kind), c.made_at, c.id), '[]')
      from licence_condition c where c.case_id = s.case_id and c.ended_at is null and c.sensitivity = 'STANDARD'
        and c.subject_category not in ('VICTIM', 'WITNESS')),
    'said', (select jsonb_build_object('at', e.explained_at, 'isUnderstood', e.is_understood,
        'isOld', exists (select from licence_condition c where c.case_id = s.case_id and c.ended_at is null and c.made_at > e.explained_at))
      from licence_explanation e where e.case_id = s.case_id and e.how = 'OWN_DOOR' order by e.explained_at desc limit 1));
end $$;
alter function read_own_licence owner to throughline_rules;

-- Keeps what the person says of it, and tells the named workers who see the custody part: whoever did not understand is to be met.
create or replace function answer_own_licence(token bytea, at timestamptz, understood boolean, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  explained uuid := gen_random_uuid();
  said text := case when understood then 'licence.understood' else 'licence.not-understood' end;
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null or not exists (select from licence_condition c where c.case_id = s.case_id and c.ended_at is null) then return false; end if;
  insert into licence_explanation (id, case_id, person_id, how, is_understood, explained_at, owner_agency_id, basis)
  values (explained, s.case_id, s.person_id, 'OWN_DOOR', understood, at, s.owner_agency_id, 'SELF_REPORT');
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at)
  values (said, explained, s.case_id, s.person_id, 'custody', s.owner_agency_id, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['custody'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array(said)));
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select distinct w.id, s.case_id, said, explained, '{}'::jsonb, at
  from account w join case_party p on p.account_id = w.id and p.case_id = s.case_id and p.until_on is null
  where w.disabled_at is null and not is_closed_to(s.person_id, w.id)
    and exists (select from sight a where a.case_id = s.case_id and 'custody' = any(a.reads) and a.until >= current_date
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id)));
  perform pg_notify('case', s.case_id::text);
  return true;
end $$;
alter function answer_own_licence owner to throughline_rules;
grant execute on function read_own_licence(bytea, timestamptz, text), answer_own_licence(bytea, timestamptz, boolean, text) to portal_person;
