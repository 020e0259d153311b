-- Times at which the person of a case, or some workers, are taken by what the reader does not see: when, and nothing of what. Of a
-- person only where the reader sees some part of that very case (a case that is not shared does not exist, T6); of a worker where
-- they are colleagues, or named on the case.
create or replace function busy_times(about_case uuid, accounts uuid[], from_at timestamptz, until_at timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz, account_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  audiences uuid[] := acting_audiences(); agency uuid := acting_agency(); closed uuid[] := people_closed(); whom uuid;
  usual constant interval := '30 minutes'; longest constant interval := '1 day'; most constant int := 500;
begin
  if audiences = '{}' then return; end if;
  whom := (select a.person_id from sight a where a.case_id = about_case and a.audience_id = any(audiences)
    and a.until >= current_date and a.person_id <> all(closed) limit 1);
  return query
    select m.starts_at, m.starts_at + coalesce(make_interval(mins => m.length_in_minutes), usual), null::uuid from appointment m
    where whom is not null and m.person_id = whom and m.cancelled_at is null and m.sensitivity = 'STANDARD'
      and m.starts_at < until_at and m.starts_at > from_at - longest
      and m.starts_at + coalesce(make_interval(mins => m.length_in_minutes), usual) > from_at and m.owner_agency_id <> agency
      and exists (select from sight a where a.case_id = m.case_id and a.audience_id = any(audiences) and a.until >= current_date)
      and not exists (select from sight a where a.case_id = m.case_id and a.audience_id = any(audiences) and 'plan' = any(a.reads)
        and a.until >= current_date)
    union all
    select m.starts_at, m.starts_at + coalesce(make_interval(mins => m.length_in_minutes), usual), w.id
    from account w join appointment m on m.with_account_id = w.id
    where w.id = any(accounts) and m.cancelled_at is null and m.starts_at < until_at and m.starts_at > from_at - longest
      and m.starts_at + coalesce(make_interval(mins => m.length_in_minutes), usual) > from_at
      and (w.agency_id = agency or whom is not null and exists (select from case_party p where p.case_id = about_case
        and p.account_id = w.id and p.until_on is null))
      and (m.person_id = any(closed) or (m.owner_agency_id <> agency and not exists (select from sight a where a.case_id = m.case_id
        and a.audience_id = any(audiences) and 'plan' = any(a.reads) and a.until >= current_date)))
    order by 1 limit most;
end $$;
alter function busy_times owner to throughline_rules;
grant execute on function busy_times(uuid, uuid[], timestamptz, timestamptz) to throughline_app;

-- Nobody is booked who has died, whoever books and however.
create or replace function nobody_dead_is_booked() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if has_died(new.person_id) then
    raise exception 'appointment: the person has died' using errcode = '23514', constraint = 'appointment_after_death';
  end if;
  return new;
end $$;
alter function nobody_dead_is_booked owner to throughline_rules;
create or replace trigger nobody_dead_is_booked before insert on appointment for each row execute function nobody_dead_is_booked();
