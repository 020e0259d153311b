-- Whether a complaint is about somebody who would otherwise handle it.
create or replace function is_about_manager(account uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account a where a.id = $1 and 'MANAGER' = any(a.roles))
$$;
alter function is_about_manager owner to throughline_rules;
grant execute on function is_about_manager(uuid) to throughline_app;

-- At the person's own door: needs the hash of the session's token, and says nothing without it.
create or replace function complain_at_own_door(token bytea, at timestamptz, about_agency uuid, words text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  said uuid := gen_random_uuid();
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null or not exists (select from agency y where y.id = about_agency and y.closed_on is null) then return false; end if;
  insert into complaint (id, case_id, person_id, given_as, about_agency_id, words, made_at, acknowledge_by_on, owner_agency_id, basis)
  select said, s.case_id, s.person_id, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, about_agency, $4, at,
    (at at time zone 'Europe/London')::date + 30, s.owner_agency_id, 'SELF_REPORT' from person p where p.id = s.person_id;
  insert into event (name, subject_id, person_id, field_group, agency_id, actor_id, happened_at)
  values ('complaint.made', said, s.person_id, 'administration', about_agency, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['administration'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array('complaint.made')));
  return true;
end $$;
alter function complain_at_own_door owner to throughline_rules;

-- The person's own complaints with their answers, wherever they were made.
create or replace function read_own_complaints(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['administration'], 'own-door', request);
  return jsonb_build_object(
    'jurisdiction', (select jurisdiction from partnership),
    'agencies', (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'name', y.name) order by y.name), '[]') from agency y where y.closed_on is null),
    'complaints', (select coalesce(jsonb_agg(jsonb_build_object('agency', y.name, 'words', c.words, 'madeAt', c.made_at,
        'acknowledgedAt', c.acknowledged_at, 'answer', c.answer, 'answeredAt', c.answered_at) order by c.made_at desc), '[]')
      from complaint c join agency y on y.id = c.about_agency_id where c.person_id = s.person_id));
end $$;
alter function read_own_complaints owner to throughline_rules;
grant execute on function complain_at_own_door(bytea, timestamptz, uuid, text, text), read_own_complaints(bytea, timestamptz, text) to portal_person;
