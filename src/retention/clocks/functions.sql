-- Whether the acting agency answers for a person's record: open or closed, it is the one that keeps or disposes of it.
create or replace function holds_records_of(person uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from person p where p.id = person and p.owner_agency_id = acting_agency())
$$;
create or replace function is_case_of(asked uuid, person uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from case_file c where c.id = asked and c.person_id = person)
$$;
alter function holds_records_of owner to throughline_rules;
alter function is_case_of owner to throughline_rules;
grant execute on function holds_records_of(uuid), is_case_of(uuid, uuid) to throughline_app;

-- When each class of some people's records falls due under some rules: the last rule of a class that has run out. While a case is
-- open nothing does, and an event that never happened counts nothing.
create or replace function due_under(clock retention_clock, rules jsonb) returns table (class retention_class, due_on date, action text)
language sql stable as $$ -- without a setting of its own, so that PostgreSQL writes it into the statement that calls it
  select distinct on (r.class) r.class, (t.on_day + make_interval(months => r.months))::date, r.action
  from jsonb_to_recordset(rules) as r(class retention_class, trigger text, months int, action text)
  cross join lateral (select case r.trigger when 'CASE_CLOSED' then clock.closed_on when 'SENTENCE_ENDED' then clock.sentence_ends_on
    when 'LAST_CONTACT' then clock.last_contact_on when 'DEATH' then clock.died_on end as on_day) t
  where r.class = any(clock.classes) and not clock.has_open_case and t.on_day is not null
  order by r.class, 2 desc, r.action = 'REVIEW' desc
$$;
alter function due_under owner to throughline_rules;

create or replace function rules_in_force() returns jsonb
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('class', r.class, 'trigger', r.trigger, 'months', r.months, 'action', r.action)), '[]')
  from partnership p join retention_schedule s on s.jurisdiction = p.jurisdiction and s.retired_at is null
  join retention_rule r on r.schedule_id = s.id
$$;
alter function rules_in_force owner to throughline_rules;

-- The classes besides CASE of which there is anything about these people: few rows, in any table that says whose it is.
create or replace function private.other_classes(people uuid[]) returns table (person_id uuid, classes retention_class[])
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
declare said text;
begin
  select string_agg(format('select person_id, retention_class from %I where retention_class <> ''CASE'' and person_id = any($1)', c.relname), ' union all ')
  into said from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> all(array['retention_clock', 'retention_due', 'disposal_item']) and 2 = (select count(*) from pg_attribute a
      where a.attrelid = c.oid and a.attname in ('person_id', 'retention_class') and not a.attisdropped);
  return query execute format('select person_id, array_agg(distinct retention_class) from (%s) x group by 1', said) using people;
end $$;
alter function private.other_classes owner to throughline_rules;

-- Reads the days anew of these people. Somebody who was joined into another counts with them.
create or replace function wind_clocks(people uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with asked as (select distinct coalesce(p.merged_into_id, p.id) as id from person p where p.id = any(people))
  insert into retention_clock as k (person_id, has_open_case, closed_on, sentence_ends_on, last_contact_on, died_on, classes, owner_agency_id, retention_class)
  select p.id, coalesce(c.is_open, false), c.closed_on, d.day, greatest(s.last_on, c.opened_on, c.closed_on), u.died_on, 'CASE'::retention_class || coalesce(o.classes, '{}'), p.owner_agency_id, 'ADMINISTRATION'
  from asked join person p on p.id = asked.id
  left join lateral (select bool_or(ended_on is null) as is_open, max(ended_on) as closed_on, max(opened_on) as opened_on
    from case_file where person_id = p.id) c on true
  left join lateral (select max(day) as day from release_date where person_id = p.id and replaced_at is null
    and type in ('LED', 'SED', 'SLED', 'TUSED')) d on true
  left join lateral (select max(last_contact_at)::date as last_on from case_summary where person_id = p.id) s on true
  left join lateral (select max(left_on) as died_on from custody where person_id = p.id and left_reason in ('DIED', 'DEATH')) u on true
  left join private.other_classes(people) o on o.person_id = p.id
  on conflict (person_id) do update set has_open_case = excluded.has_open_case, closed_on = excluded.closed_on,
    sentence_ends_on = excluded.sentence_ends_on, last_contact_on = excluded.last_contact_on, died_on = excluded.died_on,
    classes = excluded.classes, owner_agency_id = excluded.owner_agency_id
$$;
alter function wind_clocks owner to throughline_rules;

-- Writes what falls due when, for these people or for all: as the schedule says, and as somebody decided at a review. What was
-- disposed of since stays out.
create or replace function refresh_due(people uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  with rules as materialized (select rules_in_force() as said), wanted as (
    select k.person_id, d.class, case when v.decision = 'KEEP' then greatest(d.due_on, v.keep_until_on) else d.due_on end as due_on,
      case when v.decision = 'DISPOSE' and d.action = 'REVIEW' then 'DELETE' else d.action end as action, k.owner_agency_id
    from rules, retention_clock k cross join lateral due_under(k, rules.said) d
    left join retention_review v on v.person_id = k.person_id and v.class = d.class
    where (people is null or k.person_id = any(people)) and not exists (select from disposal_item i where i.person_id = k.person_id
      and i.class = d.class and i.state = 'DONE' and i.settled_at::date >= d.due_on)
  ), gone as (
    delete from retention_due x where (people is null or x.person_id = any(people))
      and not exists (select from wanted w where w.person_id = x.person_id and w.class = x.class)
  )
  insert into retention_due as x (person_id, class, due_on, action, owner_agency_id, retention_class)
  select person_id, class, due_on, action, owner_agency_id, 'ADMINISTRATION' from wanted
  on conflict (person_id, class) do update set due_on = excluded.due_on, action = excluded.action, owner_agency_id = excluded.owner_agency_id
    where (x.due_on, x.action, x.owner_agency_id) is distinct from (excluded.due_on, excluded.action, excluded.owner_agency_id)
$$;
alter function refresh_due owner to throughline_rules;
revoke all on function wind_clocks(uuid[]), refresh_due(uuid[]), private.other_classes(uuid[]), due_under(retention_clock, jsonb) from public;

-- One stretch of the night's work: the people of the next events. The first night reads everybody. Numbers of events may become
-- visible out of order, so the last few are read again.
create or replace function advance_retention(at timestamptz, most int, out people_read int, out is_last boolean)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare since bigint; upto bigint; n int; people uuid[]; again constant bigint := 200;
begin
  if not is_system() then raise exception 'advance_retention: not for this account' using errcode = '42501'; end if;
  select last_event_id into since from retention_state for update;
  if since = 0 then
    people := array(select id from person);
    select max(id) into upto from event;
    is_last := true;
  else
    select max(id), count(*) into upto, n from (select id from event where id > since order by id limit most) e;
    people := array(select distinct coalesce(e.person_id, c.person_id) from event e left join case_file c on c.id = e.case_id
      where e.id > since - again and e.id <= upto and coalesce(e.person_id, e.case_id) is not null);
    is_last := n < most;
  end if;
  perform wind_clocks(people);
  perform refresh_due(people);
  update retention_state set last_event_id = coalesce(upto, since), ran_at = at;
  people_read := cardinality(people);
end $$;
alter function advance_retention owner to throughline_rules;
grant execute on function advance_retention(timestamptz, int) to throughline_app;

-- The schedule changed, or somebody decided at a review.
create or replace function schedule_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform refresh_due(null);
  return null;
end $$;
create or replace function review_decided() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform refresh_due(array[new.person_id]);
  return null;
end $$;
alter function schedule_changed owner to throughline_rules;
alter function review_decided owner to throughline_rules;
create or replace trigger schedule_changed after insert on retention_rule for each statement execute function schedule_changed();
create or replace trigger review_decided after insert or update on retention_review for each row execute function review_decided();

-- How much would be due under rules that are not in force yet: numbers for whoever writes them.
create or replace function count_due_under(rules jsonb, today date) returns table (class retention_class, action text, due int, due_in_a_year int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_coordinator() then raise exception 'count_due_under: not for this account' using errcode = '42501'; end if;
  return query select d.class, d.action, (count(*) filter (where d.due_on <= today))::int,
    (count(*) filter (where d.due_on > today and d.due_on <= today + 365))::int
  from retention_clock k cross join lateral due_under(k, rules) d group by 1, 2 order by 1, 2;
end $$;
alter function count_due_under owner to throughline_rules;
grant execute on function count_due_under(jsonb, date) to throughline_app;
