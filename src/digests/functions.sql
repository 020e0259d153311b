-- Who is to be mailed now that there is news: how much of each kind since the last mail, not seen yet, and still theirs to see. For the
-- system alone: counts, and where to write.
create or replace function digests_due(at timestamptz, today date, hour_now int)
returns table (account_id uuid, agency_id uuid, email text, locale text, kinds jsonb)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select a.id, a.agency_id, a.email, a.locale, n.kinds
  from account a join agency y on y.id = a.agency_id and y.closed_on is null
  left join digest_choice c on c.account_id = a.id
  cross join lateral (select jsonb_object_agg(k.kind, k.news) as kinds from (
    select split_part(l.name, '.', 1) as kind, count(*) as news from alert l
    where l.account_id = a.id and l.seen_at is null and l.made_at <= at
      and (l.case_id is null or l.name = 'movement.recorded' or not has_died((select c.person_id from case_file c where c.id = l.case_id))) -- of somebody who died, that alone
      and l.made_at > coalesce((select max(d.sent_at) from digest d where d.account_id = a.id), at - interval '7 days')
      and (l.case_id is null or exists (select from sight x where x.case_id = l.case_id and x.until >= today
        and (x.audience_id in (a.id, a.agency_id) or x.audience_id in (select m.team_id from team_member m where m.account_id = a.id))
        and not exists (select from access_bar b where b.account_id = a.id and b.person_id = x.person_id)))
    group by 1) k) n
  where is_system() and a.disabled_at is null and not a.is_integration and a.email <> ''
    and coalesce(c.rhythm, 'DAILY') <> 'NEVER' and coalesce(c.hour, 8) <= hour_now
    and (c.rhythm is distinct from 'WEEKLY' or extract(isodow from today) = 1)
    and not exists (select from digest d where d.account_id = a.id and d.for_on = today)
    and n.kinds is not null
  order by a.id limit 1000
$$;
alter function digests_due owner to throughline_rules;
grant execute on function digests_due(timestamptz, date, int) to throughline_app;
