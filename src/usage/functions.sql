-- Counts the weeks since the last counting anew from the audit, and forgets what is older than two years. Account by account, so that
-- it reads that account's entries of those weeks and no others. Machines are not counted: nobody chose to look. @returns rows written.
create or replace function recount_usage(at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  kept constant interval := interval '104 weeks';
  this_week timestamp := date_trunc('week', at at time zone 'Europe/London');
  from_week timestamp := coalesce(
    (select date_trunc('week', (max(w.counted_at) - interval '2 hours') at time zone 'Europe/London') from usage_week w), this_week - kept);
  written int;
begin
  if not is_system() then raise exception 'recount_usage: not for this account' using errcode = '42501'; end if;
  insert into usage_week (account_id, week_on, agency_id, sign_ins, looks, entries, signed_in_at, counted_at)
  select a.id, u.week_on, u.agency_id, u.sign_ins, u.looks, u.entries, u.signed_in_at, at
  from account a cross join lateral (
    select date_trunc('week', x.happened_at at time zone 'Europe/London')::date as week_on, x.agency_id,
      count(*) filter (where x.action = 'sign-in') as sign_ins,
      count(*) filter (where x.action in ('consult', 'search', 'export', 'print', 'disclose')) as looks,
      count(*) filter (where x.action = 'alter') as entries, max(x.happened_at) filter (where x.action = 'sign-in') as signed_in_at
    from audit x where x.account_id = a.id and x.agency_id is not null and x.happened_at >= from_week at time zone 'Europe/London' and x.happened_at <= at
      and x.outcome = 'done' and x.action in ('sign-in', 'consult', 'search', 'export', 'print', 'disclose', 'alter')
    group by 1, 2) u
  where not a.is_integration
  on conflict (account_id, week_on, agency_id) do update set sign_ins = excluded.sign_ins, looks = excluded.looks,
    entries = excluded.entries, signed_in_at = excluded.signed_in_at, counted_at = excluded.counted_at;
  get diagnostics written = row_count;
  delete from usage_week w where w.week_on < (this_week - kept)::date;
  return written;
end $$;
alter function recount_usage owner to throughline_rules;

-- Whose use the acting account may read: a coordinator everybody's, an administrator their own agency's. Machines are no users.
create or replace function private.usage_seen() returns table (agency_id uuid, name text, kind text, users int)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select y.id, y.name, y.kind, (select count(*) from account a where a.agency_id = y.id and not a.is_integration and a.disabled_at is null)::int
  from agency y where y.closed_on is null and (is_coordinator() or is_administrator() and y.id = acting_agency())
$$;
alter function private.usage_seen owner to throughline_rules;

-- What fewer people than these did in a week of an agency is not told, and no sum takes it in: it would be one person's work (T13).
create or replace function private.fewest_users() returns int language sql immutable as $$ select 3 $$;
alter function private.fewest_users owner to throughline_rules;

-- Nor what a week holds that is not over: whoever looks every hour would take one number from the next, and have what one person did in between.
create or replace function private.last_week_told() returns date
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select (date_trunc('week', max(w.counted_at) at time zone 'Europe/London'))::date - 7 from usage_week w
$$;
alter function private.last_week_told owner to throughline_rules;

-- Each open agency since a Monday: how many of its users did anything, how often they looked and wrote in the weeks that are told (null:
-- in none of them), and when one last signed in.
create or replace function usage_by_agency(since date)
returns table (agency_id uuid, name text, kind text, users int, active int, looks int, entries int, signed_in_at timestamptz, counted_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare last_week date := private.last_week_told();
begin
  return query
  select s.agency_id, s.name, s.kind, s.users, u.active, u.looks, u.entries,
    (select max(w.signed_in_at) from usage_week w where w.agency_id = s.agency_id), (select max(c.counted_at) from usage_week c)
  from private.usage_seen() s cross join lateral (
    select (count(distinct w.account_id) filter (where a.agency_id = s.agency_id and a.disabled_at is null))::int as active,
      case when count(*) = 0 then 0 else sum(w.looks) filter (where w.is_told) end::int as looks,
      case when count(*) = 0 then 0 else sum(w.entries) filter (where w.is_told) end::int as entries
    from (select x.account_id, x.looks, x.entries,
        x.week_on <= last_week and count(*) over (partition by x.week_on) >= private.fewest_users() as is_told
      from usage_week x where x.agency_id = s.agency_id and x.week_on >= since) w join account a on a.id = w.account_id) u
  order by s.name collate "C", s.agency_id;
end $$;
alter function usage_by_agency owner to throughline_rules;

drop function if exists private.told(bigint, bigint); -- it told of a week that was not over
create or replace function private.told(counted bigint, users bigint, is_over boolean) returns int language sql immutable as $$
  select case when users = 0 then 0 when is_over and users >= private.fewest_users() then counted end::int
$$;
alter function private.told owner to throughline_rules;

-- The same week by week, one agency or every one that may be read, weeks of nothing included.
create or replace function usage_by_week(only_agency uuid, since date, today date)
returns table (agency_id uuid, name text, users int, week_on date, active int, sign_ins int, looks int, entries int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare last_week date := private.last_week_told();
begin
  return query
  select s.agency_id, s.name, s.users, m.day::date, count(w.account_id)::int,
    private.told(sum(w.sign_ins), count(w.account_id), m.day::date <= last_week),
    private.told(sum(w.looks), count(w.account_id), m.day::date <= last_week),
    private.told(sum(w.entries), count(w.account_id), m.day::date <= last_week)
  from private.usage_seen() s cross join generate_series(since, today, interval '7 days') m(day)
  left join usage_week w on w.agency_id = s.agency_id and w.week_on = m.day::date
  where only_agency is null or s.agency_id = only_agency
  group by s.agency_id, s.name, s.users, m.day order by s.name collate "C", s.agency_id, m.day desc;
end $$;
alter function usage_by_week owner to throughline_rules;
grant execute on function recount_usage(timestamptz), usage_by_agency(date), usage_by_week(uuid, date, date) to throughline_app;
