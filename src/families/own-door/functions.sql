-- Family and friends at the person's own door. Somebody who may not be in touch looks like one whom the worker has not let in yet.
create or replace function read_own_family(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['family'], 'own-door', request);
  return jsonb_build_object('days', private.days_at_own_door(s.case_id, at), 'members',
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'relation', m.relation, 'shares', m.shares,
      'state', case when m.stopped_at is not null then 'STOPPED' when m.blocked_at is not null and m.block_decision is distinct from 'ALLOWED' then 'WAITING'
        when m.joined_at is not null then 'JOINED' when exists (select from family_invitation i where i.family_member_id = m.id) then 'INVITED' else 'WAITING' end,
      'said', (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'words', w.words, 'at', w.said_at) order by w.said_at desc), '[]')
        from family_word w where w.family_member_id = m.id and not w.is_for_worker_only),
      'changes', (select coalesce(jsonb_agg(jsonb_build_object('was', h.was, 'shares', h.shares, 'at', h.made_at, 'by', a.name) order by h.made_at desc), '[]')
        from family_share_change h left join account a on a.id = h.made_by where h.family_member_id = m.id)
      ) order by m.stopped_at is not null, m.consented_at), '[]')
    from family_member m where m.case_id = s.case_id));
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

-- What somebody may see from now on. Of somebody who is kept out it answers as of any other, and nothing opens.
create or replace function change_own_shares(token bytea, at timestamptz, member uuid, shares text[], request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare s own_door_session := private.own_door_session_of(token, at); m family_member;
begin
  if s.case_id is null then return false; end if;
  select f.* into m from family_member f where f.id = member and f.case_id = s.case_id and f.stopped_at is null for update;
  if m.id is null or (m.shares @> $4 and m.shares <@ $4) then return true; end if;
  insert into family_share_change (case_id, person_id, family_member_id, shares, consent_how, made_at, owner_agency_id, basis)
  values (s.case_id, s.person_id, m.id, $4, 'OWN_DOOR', at, s.owner_agency_id, 'SELF_REPORT');
  perform private.tell_of_family(m, 'family.shares-changed', 'own-door', at, request);
  return true;
end $$;
alter function change_own_shares owner to throughline_rules;

-- Family days to which the person is invited, with whom of their family they could bring and who is invited. Until the day is over.
create or replace function private.days_at_own_door(about uuid, at timestamptz) returns jsonb
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'at', d.starts_at, 'lengthInMinutes', d.length_in_minutes, 'whoComes', d.who_comes,
      'isCalledOff', d.called_off_at is not null, 'hasBegun', d.starts_at <= at, 'answer', i.answer,
      'members', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'isInvited', o.id is not null, 'answer', o.answer) order by m.name), '[]')
        from family_member m left join family_day_invitation o on o.family_member_id = m.id and o.family_day_id = d.id
        where m.case_id = about and m.stopped_at is null and (o.id is not null or m.joined_at is not null)
          and (m.blocked_at is null or m.block_decision = 'ALLOWED'))) order by d.starts_at), '[]')
  from family_day_invitation i join family_day d on d.id = i.family_day_id
  where i.case_id = about and i.family_member_id is null and d.starts_at + make_interval(mins => d.length_in_minutes) > at
$$;
alter function private.days_at_own_door owner to throughline_rules;
revoke all on function private.days_at_own_door(uuid, timestamptz) from public;

-- The person says whether they come to a family day, and whom they want there; they may change their mind until it begins. Whoever of the
-- family has answered already stays invited; who has not and is left out reads of it no more.
create or replace function answer_own_family_day(token bytea, at timestamptz, invitation uuid, said text, brings uuid[], request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  s own_door_session := private.own_door_session_of(token, at);
  own family_day_invitation;
  told text := case said when 'COMES' then 'family-day.person-comes' else 'family-day.person-cannot' end;
begin
  if s.case_id is null then return false; end if;
  update family_day_invitation i set answer = said, answered_at = at from family_day d
  where i.id = invitation and i.case_id = s.case_id and i.family_member_id is null and d.id = i.family_day_id and d.called_off_at is null
    and d.starts_at > at returning i.* into own;
  if own.id is null then return true; end if;
  if said = 'COMES' then
    delete from family_day_invitation i where i.family_day_id = own.family_day_id and i.case_id = s.case_id and i.family_member_id <> all(brings) and i.answer is null;
    insert into family_day_invitation (family_day_id, case_id, person_id, family_member_id, invited_by, invited_at, owner_agency_id, basis)
    select own.family_day_id, own.case_id, own.person_id, m.id, own.invited_by, at, own.owner_agency_id, 'SELF_REPORT'
    from family_member m where m.case_id = s.case_id and m.id = any(brings) and is_open_to_family(m.id)
    on conflict do nothing;
  end if;
  perform private.tell_of_day(own, told, at, request);
  return true;
end $$;
alter function answer_own_family_day owner to throughline_rules;

-- Writes the event with its audit row, and tells the worker who invited.
create or replace function private.tell_of_day(own family_day_invitation, told text, at timestamptz, request text) returns void
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at)
  values (told, own.id, own.case_id, own.person_id, 'family', own.owner_agency_id, nobody, at);
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, own.owner_agency_id, 'alter', array[own.person_id], array[own.case_id], array['family'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array(told)));
  insert into alert (account_id, case_id, name, subject_id, made_at)
  select w.id, own.case_id, told, own.id, at from account w where w.id = own.invited_by and w.disabled_at is null
    and exists (select from sight a where a.case_id = own.case_id and 'family' = any(a.reads) and a.until >= current_date
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select t.team_id from team_member t where t.account_id = w.id))
      and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  perform pg_notify('case', own.case_id::text);
end $$;
alter function private.tell_of_day owner to throughline_rules;
revoke all on function private.tell_of_day(family_day_invitation, text, timestamptz, text) from public;

grant execute on function read_own_family(bytea, timestamptz, text),
  name_own_family(bytea, timestamptz, text, text, text, text, text, text[], text),
  stop_own_family(bytea, timestamptz, uuid, text), change_own_shares(bytea, timestamptz, uuid, text[], text),
  answer_own_family_day(bytea, timestamptz, uuid, text, uuid[], text) to portal_person;
