-- Whether a family day is the acting agency's: the policies of invitations ask it, and that of days would ask them back.
create or replace function holds_family_day(day uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from family_day d where d.id = day and d.agency_id = acting_agency())
$$;
alter function holds_family_day owner to throughline_rules;
grant execute on function holds_family_day(uuid) to throughline_app;

-- The days to which somebody of the family is invited by a person who said yes to them, until the day is over; what is read is what the
-- prison wrote for families.
create or replace function private.days_of_family(member uuid, at timestamptz) returns jsonb
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'at', d.starts_at, 'lengthInMinutes', d.length_in_minutes,
      'howToCome', d.how_to_come, 'answer', i.answer, 'isCalledOff', d.called_off_at is not null) order by d.starts_at), '[]')
  from family_day_invitation i join family_day d on d.id = i.family_day_id
  where i.family_member_id = member and d.starts_at + make_interval(mins => d.length_in_minutes) > at
    and exists (select from family_day_invitation own where own.family_day_id = i.family_day_id and own.case_id = i.case_id
      and own.family_member_id is null and own.answer = 'COMES')
$$;
alter function private.days_of_family owner to throughline_rules;
revoke all on function private.days_of_family(uuid, timestamptz) from public;

-- Somebody of the family says whether they come; they may change their mind until the day begins.
create or replace function answer_family_day(token bytea, at timestamptz, invitation uuid, said text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m family_member := private.family_of(token, at);
begin
  if m.id is null then return false; end if;
  update family_day_invitation i set answer = said, answered_at = at from family_day d
  where i.id = invitation and i.family_member_id = m.id and d.id = i.family_day_id and d.called_off_at is null and d.starts_at > at
    and i.answer is distinct from said;
  if found then perform private.tell_of_family(m, case said when 'COMES' then 'family.day-comes' else 'family.day-cannot' end, 'family', at, request); end if;
  return true;
end $$;
alter function answer_family_day owner to throughline_rules;
revoke all on function answer_family_day(bytea, timestamptz, uuid, text, text) from public;
grant execute on function answer_family_day(bytea, timestamptz, uuid, text, text) to portal_family;

-- How many other people have a place at a day: all of them count, whomever the asker sees.
create or replace function places_taken(day uuid, but_case uuid) returns int
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select count(distinct i.case_id)::int from family_day_invitation i
  where i.family_day_id = day and i.case_id <> but_case and holds_family_day(day)
$$;
alter function places_taken owner to throughline_rules;
grant execute on function places_taken(uuid, uuid) to throughline_app;
