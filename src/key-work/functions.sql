-- When somebody's next key work session is due: on the day agreed last time, else one interval after the last session, or after reception. Of the
-- sessions that the policy shows. It has no setting of its own, so that PostgreSQL writes it into the statement that calls it.
create or replace function private.key_work_due(about_case uuid, received date, prison uuid, agency uuid, eyes uuid[], closed uuid[]) returns date
language sql stable as $$
  select coalesce(
    (select k.next_on from public.key_work_session k where k.case_id = about_case and k.withdrawn_at is null and k.person_id <> all(closed)
        and (k.owner_agency_id = agency or exists (select from public.sight a where a.audience_id = any(eyes) and 'notes' = any(a.reads)
          and a.case_id = about_case and a.until >= current_date))
      order by k.happened_on desc, k.made_at desc limit 1),
    (select greatest((select max(k.happened_on) from public.key_work_session k where k.case_id = about_case and k.kind = 'SESSION'
        and k.withdrawn_at is null and k.person_id <> all(closed)
        and (k.owner_agency_id = agency or exists (select from public.sight a where a.audience_id = any(eyes) and 'notes' = any(a.reads)
          and a.case_id = about_case and a.until >= current_date))), received) + ceil(7.0 * s.every_weeks / s.sessions)::int
      from public.key_work_schedule s where s.agency_id = prison and s.replaced_at is null))
$$;
alter function private.key_work_due owner to throughline_rules;
revoke all on function private.key_work_due(uuid, date, uuid, uuid, uuid[], uuid[]) from public;

create or replace function key_work_due_on(about_case uuid, received date, prison uuid) returns date
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return private.key_work_due(about_case, received, prison, acting_agency(), acting_audiences(), people_closed());
end $$;
alter function key_work_due_on owner to throughline_rules;
revoke all on function key_work_due_on(uuid, date, uuid) from public;
grant execute on function key_work_due_on(uuid, date, uuid) to throughline_app;

-- How many people whose key worker the acting account is have a session due by a day. The policies' own plan reads all that the prison sees, to
-- count among sixty.
create or replace function count_key_work_due(by_day date) returns int
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare agency uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
begin
  return (select count(*) from case_summary s join custody c on c.person_id = s.person_id and c.left_on is null
    where s.key_worker_id = acting_user() and s.agency_id = agency and s.is_open and s.died_on is null and s.person_id <> all(closed)
      and (select true from sight a where a.audience_id = any(eyes) and 'identity' = any(a.reads) and a.case_id = s.case_id
        and a.until >= current_date limit 1)
      and (select true from sight a where a.audience_id = any(eyes) and 'custody' = any(a.reads) and a.person_id = s.person_id
        and a.until >= current_date limit 1)
      and private.key_work_due(s.case_id, c.received_on, s.agency_id, agency, eyes, closed) <= by_day);
end $$;
alter function count_key_work_due owner to throughline_rules;
revoke all on function count_key_work_due(date) from public;
grant execute on function count_key_work_due(date) to throughline_app;

-- A note that is withdrawn takes its session with it.
create or replace function key_work_note_withdrawn() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update key_work_session set withdrawn_at = new.withdrawn_at, version = version + 1 where note_id = new.id and withdrawn_at is null;
  update supervisor_contact set withdrawn_at = new.withdrawn_at, version = version + 1 where note_id = new.id and withdrawn_at is null;
  return null;
end $$;
alter function key_work_note_withdrawn owner to throughline_rules;
create or replace trigger key_work_note_withdrawn after update of withdrawn_at on note
  for each row when (new.withdrawn_at is not null and old.withdrawn_at is null) execute function key_work_note_withdrawn();

-- Sessions expected and held, a row for each person and month of the acting prison. One is due at the end of each interval that somebody
-- began and ended in the prison. It counts those who have left since, whom the reader no longer sees: their rows carry no id and no name. Nobody
-- whose record is closed to the reader: a row without a name would tell that somebody is there, and whose key worker has them.
create or replace function key_work_rows(from_on date, until_on date)
returns table (month date, case_id uuid, person_id uuid, person_name text, wing text, worker_id uuid, worker_name text,
  expected int, held int, missed int, cancelled int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare closed uuid[] := people_closed();
begin
  return query
  with edition as (
    select s.starts_on, 7.0 * s.every_weeks / s.sessions as days,
      lead(s.starts_on, 1, 'infinity'::date) over (order by s.starts_on, s.made_at) as next_on
    from key_work_schedule s where s.agency_id = acting_agency()
  ), due as (
    select d.day, floor(e.days)::int as days from edition e
    cross join lateral generate_series(greatest(1, floor((from_on - e.starts_on) / e.days)::int),
      ceil((until_on - e.starts_on) / e.days)::int) n
    cross join lateral (select e.starts_on + ceil(n * e.days)::int as day) d
    where d.day between from_on and until_on and d.day <= e.next_on
  ), counted as (
    select date_trunc('month', due.day)::date as month, k.person_id, 1 as expected, 0 as held, 0 as missed, 0 as cancelled
    from due join custody k on k.agency_id = acting_agency() and k.received_on <= due.day and coalesce(k.left_on, 'infinity') > due.day
    where exists (select from custody b where b.person_id = k.person_id and b.agency_id = k.agency_id
      and b.received_on <= due.day - due.days and coalesce(b.left_on, 'infinity') >= due.day - due.days)
    union all
    select date_trunc('month', s.happened_on)::date, s.person_id, 0, (s.kind = 'SESSION')::int, (s.kind = 'MISSED')::int, (s.kind = 'CANCELLED')::int
    from key_work_session s where s.agency_id = acting_agency() and s.happened_on between from_on and until_on
      and s.withdrawn_at is null and s.kind <> 'TALK'
  ), summed as (
    select c.month, c.person_id, sum(expected)::int as expected, sum(held)::int as held, sum(missed)::int as missed, sum(cancelled)::int as cancelled
    from counted c where c.person_id <> all(closed) group by 1, 2
  ), seen as (
    select distinct a.person_id from sight a where 'custody' = any(a.reads) and a.audience_id = any(acting_audiences())
      and a.until >= current_date and a.person_id in (select person_id from summed)
  )
  select m.month, case when v.person_id is not null then c.id end, v.person_id,
    case when v.person_id is not null then p.shown_name end, coalesce(w.wing, ''), kw.account_id, coalesce(kw.name, ''),
    m.expected, m.held, m.missed, m.cancelled
  from summed m left join seen v on v.person_id = m.person_id
  left join lateral (select f.id from case_file f where f.person_id = m.person_id order by f.ended_on is not null, f.made_at desc limit 1) c on true
  left join case_summary p on p.case_id = c.id
  left join lateral (select k.wing from custody k where k.person_id = m.person_id and k.agency_id = acting_agency()
    and k.received_on < m.month + interval '1 month' order by k.received_on desc limit 1) w on true
  left join lateral (select x.account_id, a.name from case_party x join account a on a.id = x.account_id
    where x.case_id = c.id and x.role = 'KEY_WORKER' and x.agency_id = acting_agency() and x.since_on < m.month + interval '1 month'
      and coalesce(x.until_on, 'infinity') >= m.month order by x.since_on desc limit 1) kw on true;
end $$;
alter function key_work_rows owner to throughline_rules;
revoke all on function key_work_rows(date, date) from public;
grant execute on function key_work_rows(date, date) to throughline_app;
