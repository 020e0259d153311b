-- Reminds whoever leads a line of a partner's plan, once for each cause: it is due within 14 days; its day is over and it is not closed; nobody
-- reported how it goes for 30 days. By an alert, which the day's digest mails. @returns how many.
create or replace function remind_smart_plans(today date, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare told int;
begin
  if not is_system() then raise exception 'remind_smart_plans: not for this account' using errcode = '42501'; end if;
  with open_one as (
    select a.*, (select max(p.said_on) from smart_progress p where p.action_id = a.id) as said_on
    from smart_action a join agency y on y.id = a.agency_id and y.closed_on is null where a.closed_at is null and a.since_on <= $1
  ), cause as (
    select o.id, 'LATE' as kind, o.due_on as for_on from open_one o where o.due_on < $1
    union all
    select o.id, 'DUE', o.due_on from open_one o where o.due_on between $1 and $1 + 14
    union all
    select o.id, 'QUIET', $1 from open_one o where o.due_on > $1 + 14 and greatest(o.said_on, o.since_on) <= $1 - 30
      and not exists (select from smart_reminder r where r.action_id = o.id and r.kind = 'QUIET' and r.for_on > $1 - 30)
  ), reminded as (
    insert into smart_reminder (action_id, account_id, kind, for_on, told_at)
    select c.id, w.id, c.kind, c.for_on, $2 from cause c join smart_action a on a.id = c.id
    join account w on w.disabled_at is null and not w.is_integration and 'MANAGER' = any(w.roles) and w.agency_id = a.agency_id
      and (w.id = a.lead_account_id or not exists (select from account l where l.id = a.lead_account_id and l.disabled_at is null
        and l.agency_id = a.agency_id and 'MANAGER' = any(l.roles))) -- where whoever led it left, somebody has to know
    on conflict do nothing returning action_id, account_id, kind
  )
  insert into alert (account_id, name, subject_id, agency_id, details, made_at)
  select r.account_id, 'smart-action.' || lower(r.kind), r.action_id, a.agency_id, '{}', $2
  from reminded r join smart_action a on a.id = r.action_id;
  get diagnostics told = row_count;
  return told;
end $$;
alter function remind_smart_plans owner to throughline_rules;
grant execute on function remind_smart_plans(date, timestamptz) to throughline_app;
