-- Who of a group has to be asked about before it is confirmed, and never why: those of whom something is known that the programme's
-- checks name, unless somebody who sees the risk decided of the group as it is now. Somebody who is told "ask" about two people and
-- takes one away learns that it was about both; each asking is an event, so that trying out is seen.
create or replace function check_group(asked uuid) returns table (place_id uuid, state text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare it course; checks jsonb; members uuid[];
begin
  select * into it from course where id = asked;
  if it.id is null or not (it.agency_id = acting_agency() or is_reviewer_of(asked)) then
    raise exception 'check_group: not for this account' using errcode = '42501';
  end if;
  if it.mode <> 'GROUP' then return; end if;
  select e.package->'composition'->'checks' into checks from programme_edition e where e.programme_id = it.programme_id and e.version = it.edition;
  members := array(select p.id from course_place p where p.course_id = asked and p.left_at is null and p.enrolled_at is not null order by p.id);
  return query
  select p.id, case when d.is_allowed is null then 'ASK' when d.is_allowed then 'MAY' else 'MAY_NOT' end
  from course_place p
  left join lateral (select c.is_allowed from course_clearance c where c.place_id = p.id
    and (not c.is_allowed or c.with_place_ids @> array_remove(members, p.id)) order by c.decided_at desc, c.id desc limit 1) d on true
  where p.course_id = asked and p.left_at is null and (
    (checks ? 'KEEP_APART' and exists (select from group_caution k join course_place o on o.course_id = asked and o.left_at is null
      and (o.enrolled_at is not null or p.enrolled_at is not null) and o.id <> p.id
      where k.kind = 'KEEP_APART' and k.ended_at is null
        and ((k.person_id = p.person_id and k.other_person_id = o.person_id) or (k.other_person_id = p.person_id and k.person_id = o.person_id))))
    or ((checks ? 'DOMESTIC_ABUSE_IN_ANY' or (checks ? 'DOMESTIC_ABUSE_IN_MIXED' and it.gender = 'MIXED'))
      and exists (select from group_caution k where k.kind = 'DOMESTIC_ABUSE' and k.ended_at is null and k.person_id = p.person_id)));
end $$;
alter function check_group owner to throughline_rules;
grant execute on function check_group(uuid) to throughline_app, throughline_rules;

-- Whether the actor sees the risk of somebody on the course.
create or replace function is_reviewer_of(asked uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from course_place p join sight a on a.case_id = p.case_id and 'risk' = any(a.writes)
    where p.course_id = asked and a.audience_id = any(acting_audiences()) and a.until >= current_date and p.person_id <> all(people_closed()));
end $$;
alter function is_reviewer_of owner to throughline_rules;
grant execute on function is_reviewer_of(uuid) to throughline_rules;

-- What the database asks before a group is confirmed.
create or replace function is_group_clear(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select not exists (select from check_group(asked) g join course_place p on p.id = g.place_id where g.state <> 'MAY' and p.enrolled_at is not null)
$$;
alter function is_group_clear owner to throughline_rules;
grant execute on function is_group_clear(uuid) to throughline_app;

-- What a reviewer is shown of a course: its name and days, since the course itself is closed to them.
create or replace function courses_to_review(asked uuid) returns table (place_id uuid, course_id uuid, course_name text, agency_name text, gender text, starts_on date, state text, member_ids uuid[])
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not exists (select from sight a where a.case_id = asked and 'risk' = any(a.writes) and a.until >= current_date
      and a.audience_id = any(acting_audiences()) and a.person_id <> all(people_closed())) then return; end if;
  return query
  with mine as materialized ( -- before any group is checked: of others the check refuses
    select p.id, c.id as of_course, c.name, y.name as agency, c.gender, c.starts_on
    from course_place p join course c on c.id = p.course_id and c.ended_at is null join agency y on y.id = c.agency_id
    where p.case_id = asked and p.left_at is null)
  select m.id, m.of_course, m.name, m.agency, m.gender, m.starts_on, g.state,
    array(select o.id from course_place o where o.course_id = m.of_course and o.left_at is null and o.enrolled_at is not null and o.id <> m.id)
  from mine m cross join lateral check_group(m.of_course) g where g.place_id = m.id order by m.starts_on, m.of_course;
end $$;
alter function courses_to_review owner to throughline_rules;
grant execute on function courses_to_review(uuid) to throughline_app;
