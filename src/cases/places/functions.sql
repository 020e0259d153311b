-- Keeps case_place equal to: audiences that see whom an open case is about x what the lists say of the case. Only a difference is written.
create or replace function place_cases(cases uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$ -- case by case, even with a plan made when the tables were empty
begin
  -- One at a time: who loses sight while a date moves must not be placed again. Notes do not wait for this lock.
  perform from case_file c where c.id = any(cases) order by c.id for no key update;
  delete from case_place p using unnest(cases) as asked(id) where p.case_id = asked.id and not exists (
    select from case_summary s join sight x on x.audience_id = p.audience_id and 'identity' = any(x.reads) and x.case_id = s.case_id
    where s.case_id = p.case_id and s.is_open);
  with wanted as (
    select s.case_id, a.audience_id, coalesce(s.release_on, 'infinity') as release_on, s.person_id, a.until, a.custody_until,
      a.contact_until,
      case when a.audience_id = a.first then a.home end as first_of, case when a.audience_id <> a.first and a.is_covered then a.first end as covered_by,
      s.agency_id, s.wing, s.key_worker_id, s.community_manager_id, s.has_first_night,
      s.needs_interpreter is not null as needs_interpreter, s.died_on is not null as has_died, s.release_known_at
    from unnest(cases) as asked(id) join case_summary s on s.case_id = asked.id and s.is_open
    cross join lateral (
      select g.*, first_value(g.audience_id) over of_home as first, first_value(g.until) over of_home >= g.until
        and first_value(g.custody) over of_home >= g.custody and first_value(g.contact) over of_home >= g.contact as is_covered
      from (select x.*, coalesce(x.custody_until, '-infinity') as custody, coalesce(x.contact_until, '-infinity') as contact,
          w.id is not null as is_one_worker, coalesce(w.agency_id, (select t.agency_id from team t where t.id = x.audience_id), x.audience_id) as home
        from (select o.audience_id, max(o.until) filter (where 'identity' = any(o.reads)) as until,
            max(o.until) filter (where 'custody' = any(o.reads)) as custody_until, max(o.until) filter (where 'contact' = any(o.reads)) as contact_until
          from sight o where o.case_id = s.case_id
          group by o.audience_id having bool_or('identity' = any(o.reads))) x
        left join account w on w.id = x.audience_id) g
      window of_home as (partition by g.home
        order by g.is_one_worker, g.until desc, g.custody desc, g.contact desc, g.audience_id <> g.home, g.audience_id)) a
  )
  insert into case_place as p (case_id, audience_id, release_on, person_id, until, custody_until, contact_until, first_of,
    covered_by, agency_id, wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at)
  select * from wanted
  on conflict (case_id, audience_id) do update set release_on = excluded.release_on, person_id = excluded.person_id,
    until = excluded.until, custody_until = excluded.custody_until, contact_until = excluded.contact_until,
    first_of = excluded.first_of, covered_by = excluded.covered_by,
    agency_id = excluded.agency_id, wing = excluded.wing, key_worker_id = excluded.key_worker_id,
    community_manager_id = excluded.community_manager_id, has_first_night = excluded.has_first_night,
    needs_interpreter = excluded.needs_interpreter, has_died = excluded.has_died, release_known_at = excluded.release_known_at
    where (p.release_on, p.person_id, p.until, p.custody_until, p.contact_until, p.first_of, p.covered_by, p.agency_id, p.wing, p.key_worker_id,
        p.community_manager_id, p.has_first_night, p.needs_interpreter, p.has_died, p.release_known_at)
      is distinct from (excluded.release_on, excluded.person_id, excluded.until, excluded.custody_until, excluded.contact_until,
        excluded.first_of, excluded.covered_by, excluded.agency_id, excluded.wing, excluded.key_worker_id, excluded.community_manager_id, excluded.has_first_night,
        excluded.needs_interpreter, excluded.has_died, excluded.release_known_at);
end $$;
alter function place_cases owner to throughline_rules;

-- Nobody can forget it: whatever changes the line of a case moves its places, in the same transaction. A note changes none of these.
create or replace function summaries_added() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform place_cases(array(select case_id from touched));
  return null;
end $$;
alter function summaries_added owner to throughline_rules;
create or replace trigger summaries_placed after insert on case_summary
  referencing new table as touched for each statement execute function summaries_added();
create or replace trigger summaries_gone after delete on case_summary
  referencing old table as touched for each statement execute function summaries_added();

create or replace function summary_moved() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform place_cases(array[new.case_id]);
  return null;
end $$;
alter function summary_moved owner to throughline_rules;
create or replace trigger summary_moved after update of person_id, release_on, release_known_at, agency_id, wing, key_worker_id,
    community_manager_id, has_first_night, needs_interpreter, died_on, is_open on case_summary
  for each row when ((old.person_id, old.release_on, old.release_known_at, old.agency_id, old.wing, old.key_worker_id,
      old.community_manager_id, old.has_first_night, old.needs_interpreter, old.died_on, old.is_open)
    is distinct from (new.person_id, new.release_on, new.release_known_at, new.agency_id, new.wing, new.key_worker_id,
      new.community_manager_id, new.has_first_night, new.needs_interpreter, new.died_on, new.is_open))
  execute function summary_moved();

-- The places of all cases where there are none yet, read as a whole: for somebody who has loaded a database.
create or replace function private.place_everyone() returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into case_place (case_id, audience_id, release_on, person_id, until, custody_until, contact_until, first_of, covered_by, agency_id,
    wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at)
  select s.case_id, a.audience_id, coalesce(s.release_on, 'infinity'), s.person_id, a.until, a.custody_until, a.contact_until,
    case when a.audience_id = a.first then a.home end, case when a.audience_id <> a.first and a.is_covered then a.first end,
    s.agency_id, s.wing, s.key_worker_id, s.community_manager_id, s.has_first_night, s.needs_interpreter is not null, s.died_on is not null, s.release_known_at
  from case_summary s join (
    select g.*, first_value(g.audience_id) over of_home as first, first_value(g.until) over of_home >= g.until
      and first_value(g.custody) over of_home >= g.custody and first_value(g.contact) over of_home >= g.contact as is_covered
    from (select x.*, coalesce(x.custody_until, '-infinity') as custody, coalesce(x.contact_until, '-infinity') as contact,
        w.id is not null as is_one_worker, coalesce(t.agency_id, w.agency_id, x.audience_id) as home
      from (select case_id, audience_id, max(until) filter (where 'identity' = any(reads)) as until,
          max(until) filter (where 'custody' = any(reads)) as custody_until, max(until) filter (where 'contact' = any(reads)) as contact_until
        from sight group by 1, 2 having bool_or('identity' = any(reads))) x
      left join team t on t.id = x.audience_id left join account w on w.id = x.audience_id) g
    window of_home as (partition by g.case_id, g.home
      order by g.is_one_worker, g.until desc, g.custody desc, g.contact desc, g.audience_id <> g.home, g.audience_id)) a on a.case_id = s.case_id
  where s.is_open
  order by a.audience_id, coalesce(s.release_on, 'infinity'), s.case_id
$$;
alter function private.place_everyone owner to throughline_rules;
revoke all on function private.place_everyone() from public;
