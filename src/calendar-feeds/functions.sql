-- The times of whoever's secret address this is: when, how long, which version. No name, place or purpose is read at all. Null where
-- the address is nobody's, was ended, or its account is shut out; counts how often it is read in an hour.
create or replace function read_calendar_feed(token bytea, at timestamptz, most_reads int) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare f calendar_feed; w account; most constant int := 1000;
begin
  update calendar_feed c set read_at = at,
    reads_in_hour = case when c.hour_begun_at > at - interval '1 hour' then c.reads_in_hour + 1 else 1 end,
    hour_begun_at = case when c.hour_begun_at > at - interval '1 hour' then c.hour_begun_at else at end
  where c.token_hash = token and c.ended_at is null and exists (select from account a join agency y on y.id = a.agency_id
    where a.id = c.account_id and a.disabled_at is null and y.closed_on is null) returning * into f;
  if f.id is null then return null; end if;
  if f.reads_in_hour > most_reads then return jsonb_build_object('isTooOften', true); end if;
  select * into w from account where id = f.account_id;
  return jsonb_build_object('isTooOften', false, 'locale', w.locale, 'entries', (select coalesce(jsonb_agg(to_jsonb(e) order by e."startsAt", e.id), '[]')
    from (select m.id, m.starts_at as "startsAt", coalesce(m.length_in_minutes, 30) as minutes, m.version,
        coalesce(m.changed_at, m.made_at) as "changedAt", m.cancelled_at is not null as "isCancelled"
      from appointment m
      where m.with_account_id = w.id and m.starts_at between at - interval '30 days' and at + interval '400 days'
        and not exists (select from access_bar b where b.account_id = w.id and b.person_id = m.person_id)
        and exists (select from sight a where a.case_id = m.case_id and 'plan' = any(a.reads) and a.until >= at::date
          and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select t.team_id from team_member t where t.account_id = w.id)))
      order by m.starts_at desc limit most) e));
end $$;
alter function read_calendar_feed owner to throughline_rules;
grant execute on function read_calendar_feed(bytea, timestamptz, int) to throughline_app;
