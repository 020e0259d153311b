-- From which day a theme's minutes, actions and reports may go: as long after its closing as the schedule in force keeps the papers of a closed
-- case (ADMINISTRATION). Null where it is open, where the schedule says nothing, and for whoever takes no part.
create or replace function theme_due_on(which uuid) returns date
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (is_system() or which = any(themes_of_mine())) then return null; end if;
  return (select ((t.closed_at at time zone 'Europe/London')::date + make_interval(months => max(r.months)))::date
    from theme t, jsonb_to_recordset(rules_in_force()) as r(class text, trigger text, months int)
    where t.id = which and t.closed_at is not null and r.class = 'ADMINISTRATION' and r.trigger = 'CASE_CLOSED' group by t.closed_at);
end $$;
alter function theme_due_on owner to throughline_rules;
grant execute on function theme_due_on(uuid) to throughline_app;

-- Who decides is another manager than who proposed, once; what was done is written by dispose_themes() alone.
create or replace function theme_disposal_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  if acting_user() is null then return new; end if;
  if old.approved_at is not null or old.done_at is not null or new.approved_by = old.proposed_by then
    raise exception 'theme_disposal_guarded: not one''s own, once' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger theme_disposal_is_guarded before update on theme_disposal for each row
  when (new.done_at is null) execute function theme_disposal_guarded();

-- Carries out what two managers decided, once the days for taking it back are over: not while the theme is open again, before its day, or while
-- there is a hold on anybody whose case belonged to it. @returns the themes that it did.
create or replace function dispose_themes(at timestamptz) returns uuid[]
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare d theme_disposal; today date := (at at time zone 'Europe/London')::date; gone uuid[] := '{}'; papers record;
begin
  if not is_system() then raise exception 'dispose_themes: not for this account' using errcode = '42501'; end if;
  for d in select x.* from theme_disposal x, retention_state s where x.done_at is null and x.approved_at + make_interval(days => s.cooling_off_in_days) <= at
      and theme_due_on(x.theme_id) <= today and not exists (select from theme_case c where c.theme_id = x.theme_id and is_held(c.person_id, today))
      order by x.theme_id for update of x skip locked loop
    with said as (
      select 1 as kind, m.id, m::text as row from theme_meeting m where m.theme_id = d.theme_id
      union all select 2, a.id, a::text from theme_action a where a.theme_id = d.theme_id
      union all select 3, r.id, r.title || encode(sha256(r.bytes), 'hex') from theme_report r where r.theme_id = d.theme_id
    ) select count(*) filter (where kind = 1)::int as meetings, count(*) filter (where kind = 2)::int as actions, count(*) filter (where kind = 3)::int as reports,
        encode(sha256(convert_to(coalesce(string_agg(row, chr(10) order by kind, id), ''), 'UTF8')), 'hex') as digest into papers from said;
    delete from theme_report where theme_id = d.theme_id;
    delete from theme_action where theme_id = d.theme_id;
    delete from theme_meeting where theme_id = d.theme_id;
    update theme_disposal set done_at = at, meetings = papers.meetings, actions = papers.actions, reports = papers.reports, digest = papers.digest
    where theme_id = d.theme_id;
    gone := gone || d.theme_id;
  end loop;
  return gone;
end $$;
alter function dispose_themes owner to throughline_rules;
grant execute on function dispose_themes(timestamptz) to throughline_app;
