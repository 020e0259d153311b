-- Family and friends at the person's own door. Somebody who may not be in touch looks like one whom the worker has not let in yet.
create or replace function read_own_family(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['family'], 'own-door', request);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'relation', m.relation, 'shares', m.shares,
      'state', case when m.stopped_at is not null then 'STOPPED' when m.blocked_at is not null and m.block_decision is distinct from 'ALLOWED' then 'WAITING'
        when m.joined_at is not null then 'JOINED' when exists (select from family_invitation i where i.family_member_id = m.id) then 'INVITED' else 'WAITING' end,
      'said', (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words, 'at', w.said_at) order by w.said_at desc), '[]')
        from family_word w where w.family_member_id = m.id and not w.is_for_worker_only)) order by m.stopped_at is not null, m.consented_at), '[]')
    from family_member m where m.case_id = s.case_id);
end $$;
alter function read_own_family owner to throughline_rules;

create or replace function name_own_family(token bytea, at timestamptz, called text, relation text, way text, to_address text, locale text,
  shares text[], request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare s own_door_session := private.own_door_session_of(token, at); m family_member; most constant int := 20;
begin
  if s.case_id is null or (select count(*) from family_member f where f.case_id = s.case_id) >= most then return false; end if;
  insert into family_member (case_id, person_id, name, relation, way, to_address, locale, shares, consent_how, consented_at, owner_agency_id, basis)
  values (s.case_id, s.person_id, $3, $4, $5, $6, $7, $8, 'OWN_DOOR', at, s.owner_agency_id, 'SELF_REPORT') returning * into m;
  perform private.tell_of_family(m, 'family.named', 'own-door', at, request);
  return true;
end $$;
alter function name_own_family owner to throughline_rules;

create or replace function stop_own_family(token bytea, at timestamptz, member uuid, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at); m family_member;
begin
  if s.case_id is null then return false; end if;
  update family_member f set stopped_at = at, stopped_by = 'PERSON' where f.id = member and f.case_id = s.case_id and f.stopped_at is null
  returning f.* into m;
  if m.id is not null then perform private.tell_of_family(m, 'family.stopped', 'own-door', at, request); end if;
  return true;
end $$;
alter function stop_own_family owner to throughline_rules;

grant execute on function read_own_family(bytea, timestamptz, text),
  name_own_family(bytea, timestamptz, text, text, text, text, text, text[], text),
  stop_own_family(bytea, timestamptz, uuid, text) to portal_person;
