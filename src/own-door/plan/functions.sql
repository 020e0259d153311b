-- The plan as the person reads it at their own door: goals in their own words, steps with who does them, and what they said to it.
-- Nothing that is marked sensitive, nothing of a need that is restricted. Writes its audit row itself.
create or replace function read_own_plan(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s own_door_session := private.own_door_session_of(token, at);
begin
  if s.case_id is null then return null; end if;
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id)
  values (at, s.owner_agency_id, 'disclose', array[s.person_id], array[s.case_id], array['identity', 'plan'], 'own-door', request);
  return jsonb_build_object(
    'name', (select coalesce(nullif(chosen_name, ''), given_name) from person where id = s.person_id),
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'status', g.status) order by g.closed_at is not null, g.made_at), '[]')
      from private.own_goals_of(s.case_id) g where g.status <> 'REMOVED'),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object('goalId', t.goal_id, 'title', t.title, 'dueOn', t.due_on, 'status', t.status,
        'isOwn', t.is_for_person, 'who', coalesce(a.name, y.name, '')) order by t.closed_at is not null, t.due_on nulls last, t.made_at), '[]')
      from step t left join account a on a.id = t.responsible_account_id left join agency y on y.id = t.responsible_agency_id
      left join need n on n.id = t.need_id
      where t.case_id = s.case_id and t.status <> 'NO_LONGER_NEEDED' and t.sensitivity = 'STANDARD'
        and t.subject_category not in ('VICTIM', 'WITNESS') and not coalesce(n.is_restricted, false)),
    'review', (select jsonb_build_object('on', r.reviewed_on, 'agreement', r.agreement, 'nextOn', r.next_on)
      from plan_review r where r.case_id = s.case_id order by r.number desc limit 1),
    'replies', (select coalesce(jsonb_agg(jsonb_build_object('agreement', p.agreement, 'words', p.words, 'at', p.said_at, 'goal', g.words)
        order by p.said_at desc), '[]')
      from (select * from plan_reply where case_id = s.case_id order by said_at desc limit 20) p left join goal g on g.id = p.goal_id));
end $$;

-- Goals of a case that the person may read: all but what somebody marked.
create or replace function private.own_goals_of(about_case uuid) returns setof goal
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select g.* from goal g where g.case_id = about_case and g.sensitivity = 'STANDARD' and g.subject_category not in ('VICTIM', 'WITNESS')
    and not exists (select from need n where n.id = any(g.need_ids) and n.is_restricted)
$$;
alter function private.own_goals_of owner to throughline_rules;
revoke all on function private.own_goals_of(uuid) from public;

-- Keeps whether the person agrees, and their own words, about the whole plan or one goal of it; tells the workers who read the plan.
create or replace function answer_own_plan(token bytea, at timestamptz, about_goal uuid, agreement text, words text, request text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  s own_door_session := private.own_door_session_of(token, at);
  said uuid := gen_random_uuid();
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  if s.case_id is null or $3 is not null and not exists (select from private.own_goals_of(s.case_id) g where g.id = $3) then return false; end if;
  insert into plan_reply (id, case_id, person_id, goal_id, agreement, words, said_at, owner_agency_id, basis)
  values (said, s.case_id, s.person_id, $3, $4, $5, at, s.owner_agency_id, 'SELF_REPORT');
  insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at, details)
  values ('own-door.plan-answered', said, s.case_id, s.person_id, 'plan', s.owner_agency_id, nobody, at, jsonb_build_object('agreement', $4));
  insert into audit (happened_at, agency_id, action, person_ids, case_ids, field_groups, channel, request_id, details)
  values (at, s.owner_agency_id, 'alter', array[s.person_id], array[s.case_id], array['plan'], 'own-door', request,
    jsonb_build_object('events', jsonb_build_array('own-door.plan-answered')));
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select distinct w.id, s.case_id, 'own-door.plan-answered', said, '{}'::jsonb, at
  from account w join case_party p on p.account_id = w.id and p.case_id = s.case_id and p.until_on is null
  where w.disabled_at is null and exists (select from sight a where a.case_id = s.case_id and 'plan' = any(a.reads) and a.until >= current_date
    and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id))
    and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  perform pg_notify('case', s.case_id::text);
  return true;
end $$;
alter function read_own_plan owner to throughline_rules;
alter function answer_own_plan owner to throughline_rules;
grant execute on function read_own_plan(bytea, timestamptz, text), answer_own_plan(bytea, timestamptz, uuid, text, text, text) to portal_person;
