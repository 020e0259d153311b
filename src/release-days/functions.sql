-- Tells the named workers of people who left lately that yesterday somebody was to hear from them and nobody did. Once for a day.
create or replace function tell_missed_contacts(at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare told int; today date := (at at time zone 'Europe/London')::date;
begin
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select distinct w.id, s.case_id, 'first-days.missed', s.case_id, jsonb_build_object('day', d.day_number), at
  from case_summary s join first_contact_day d on s.release_on + d.day_number = today - 1
  join case_party p on p.case_id = s.case_id and p.until_on is null
  join account w on w.id = p.account_id and w.disabled_at is null
  where is_system() and s.is_open and s.died_on is null and s.agency_id is null
    and not exists (select from first_contact f where f.case_id = s.case_id and f.released_on = s.release_on
      and f.day_number = d.day_number and f.outcome in ('MET', 'SPOKE'))
    and exists (select from sight a where a.case_id = s.case_id and 'plan' = any(a.reads) and a.until >= today
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id))
      and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id))
    and not exists (select from alert l where l.account_id = w.id and l.case_id = s.case_id and l.name = 'first-days.missed'
      and l.details ->> 'day' = d.day_number::text and l.made_at > at - interval '2 days');
  get diagnostics told = row_count;
  return told;
end $$;
alter function tell_missed_contacts owner to throughline_rules;
grant execute on function tell_missed_contacts(timestamptz) to throughline_app;
