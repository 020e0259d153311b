-- The survey for people that is open, where whoever is at their own door has not had their turn in this quarter.
create or replace function read_own_survey(token bytea, at timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  return jsonb_build_object('survey', (
    select jsonb_build_object('id', v.survey_id, 'version', v.version, 'items', v.items)
    from survey y join survey_version v on v.survey_id = y.id
    where y.audience = 'PERSON' and y.closed_at is null
      and not exists (select from survey_turn t where t.survey_id = y.id and t.turn = private.survey_turn_of(y.salt, s.person_id, at))
    order by v.version desc limit 1));
end $$;

-- A mark of one person in one quarter, which nobody reckons back without the salt.
create or replace function private.survey_turn_of(salt bytea, person uuid, at timestamptz) returns bytea
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select sha256(salt || (person::text || to_char(date_trunc('quarter', at at time zone 'UTC'), 'YYYY-MM'))::bytea)
$$;
alter function private.survey_turn_of owner to throughline_rules;
revoke all on function private.survey_turn_of(bytea, uuid, timestamptz) from public;

-- Keeps what the person answered, without their name: the audit says that they answered, and the reply says nothing of who did.
create or replace function answer_own_survey(token bytea, at timestamptz, about_survey uuid, about_version int, answers jsonb, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  y survey; asked jsonb;
begin
  if s.case_id is null then return false; end if;
  select * into y from survey x where x.id = $3 and x.audience = 'PERSON' and x.closed_at is null;
  select v.items into asked from survey_version v where v.survey_id = y.id and v.version = $4;
  if asked is null or exists (select from jsonb_each_text($5) a where a.value not in ('YES', 'NO', 'UNSURE')
    or not asked @> jsonb_build_array(jsonb_build_object('key', a.key))) then return false; end if;
  insert into survey_turn (survey_id, turn) values (y.id, private.survey_turn_of(y.salt, s.person_id, at)) on conflict do nothing;
  if not found then return true; end if; -- answered already: said once
  insert into survey_reply (survey_id, version, month, agency_id, way, answers)
  values (y.id, $4, date_trunc('month', at at time zone 'Europe/London')::date, s.owner_agency_id, 'DOOR', $5);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array('own-door.survey-answered')));
  return true;
end $$;
alter function read_own_survey owner to throughline_rules;
alter function answer_own_survey owner to throughline_rules;
grant execute on function read_own_survey(bytea, timestamptz), answer_own_survey(bytea, timestamptz, uuid, int, jsonb, text) to portal_person;
