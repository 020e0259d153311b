-- Counts how many people of each group have a link, in shares of a hundred; a group of fewer than ten people is left out, and people are
-- rounded to five, so that none is found by taking one table from another. Counted once, when records were compared: a decision of an
-- hour ago is seen tomorrow, and nobody has one person's link by looking before and after.
create or replace function recount_link_rates(at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare lines int;
begin
  if not is_system() then return 0; end if;
  delete from link_rate;
  with of_link as (
    select person_id, bool_or(state = 'JOINED') as is_joined, bool_or(state = 'WAITING') as is_waiting from (
      select low_person_id as person_id, state from person_link union all select high_person_id, state from person_link) sides group by 1
  ), alike as materialized ( -- everybody once, by all that they are grouped by together
    select coalesce(p.sex, '') as sex, coalesce(p.nationality, '') as nationality,
      case when p.born_on is null then '' when p.born_on > $1::date - interval '25 years' then '0-24'
        when p.born_on > $1::date - interval '40 years' then '25-39' when p.born_on > $1::date - interval '60 years' then '40-59' else '60-' end as age,
      case when octet_length(p.family_name || p.given_name) = length(p.family_name || p.given_name) then 'plain' else 'accented' end as name,
      count(*) as n, count(*) filter (where o.is_joined) as joined, count(*) filter (where o.is_waiting) as waiting
    from person p left join of_link o on o.person_id = p.id
    where not exists (select from restricted_record r where r.person_id = p.id) group by 1, 2, 3, 4
  )
  insert into link_rate (kind, value, people, joined, waiting, counted_at)
  select g.kind, g.value, (5 * round(sum(a.n) / 5.0))::int, round(100.0 * sum(a.joined) / sum(a.n))::int,
    round(100.0 * sum(a.waiting) / sum(a.n))::int, $1
  from alike a cross join lateral (values ('sex', a.sex), ('nationality', a.nationality), ('age', a.age), ('name', a.name)) as g(kind, value)
  group by 1, 2 having sum(a.n) >= 10;
  get diagnostics lines = row_count;
  return lines;
end $$;
alter function recount_link_rates owner to throughline_rules;
grant execute on function recount_link_rates(timestamptz) to throughline_app;
