-- Weighs the candidates and keeps those above the lower threshold: from the upper one on as joined, between for a reviewer. Whoever
-- decided keeps the word: a pair that was decided is weighed anew and nothing else. `weights`: {field: {level: bits}}.
create or replace function settle_links(weights jsonb, prior double precision, lower_bound double precision, upper_bound double precision, at timestamptz)
returns table (joined int, waiting int)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_system() then raise exception 'settle_links: for the system' using errcode = '42501'; end if;
  delete from person_link l where l.state = 'WAITING' and not exists (select from link_decision d where d.link_id = l.id)
    and (not exists (select from link_candidate c where c.low_person_id = l.low_person_id and c.high_person_id = l.high_person_id));
  with everybody as materialized (
    select count(*)::float as n from person where merged_into_id is null
  ), given as ( -- that two share a rare name says more than that they share a common one, in bits
    select lower(given_name) as name, ln(max(n) / greatest(count(*) - 1.5, 0.5)) / ln(2::float) as rarity
    from person, everybody where merged_into_id is null group by 1
  ), family as (
    select lower(family_name) as name, ln(max(n) / greatest(count(*) - 1.5, 0.5)) / ln(2::float) as rarity
    from person, everybody where merged_into_id is null group by 1
  ), weighed as (
    select c.low_person_id, c.high_person_id, c.levels, array(
      select ((weights -> (array['given', 'family', 'born', 'number', 'place'])[f.place] ->> f.level)::float
        + case when f.place = 1 and f.level = 'SAME' then g.rarity when f.place = 2 and f.level = 'SAME' then y.rarity else 0 end)
      from unnest(c.levels) with ordinality as f(level, place) order by f.place) as bits
    from link_candidate c join person p on p.id = c.low_person_id
    join given g on g.name = lower(p.given_name) join family y on y.name = lower(p.family_name)
  ), judged as (
    select *, (1 / (1 + power(2::float, least(greatest(-(ln(prior / (1 - prior)) / ln(2::float)
      + (select sum(b) from unnest(bits) b)), -300), 300)))) as chance from weighed
  )
  insert into person_link (low_person_id, high_person_id, state, levels, weights, probability, found_at)
  select low_person_id, high_person_id,
    -- nothing joins alone but by names that are the same or nearly, and no number against it: twins, a father and a son, an alias
    case when chance >= upper_bound and levels[1] in ('SAME', 'NEAR') and levels[2] in ('SAME', 'NEAR') and levels[4] <> 'DIFFERENT' then 'JOINED' else 'WAITING' end,
    levels, bits, chance, at
  from judged where chance >= lower_bound
  on conflict (low_person_id, high_person_id) do update set levels = excluded.levels, weights = excluded.weights,
    probability = excluded.probability, state = case when person_link.state = 'WAITING' and not exists (
      select from link_decision d where d.link_id = person_link.id) then excluded.state else person_link.state end;
  delete from link_candidate;
  insert into link_decision (link_id, state, decided_at, reason)
  select l.id, 'JOINED', at, 'ABOVE_THRESHOLD' from person_link l
  where l.state = 'JOINED' and not exists (select from link_decision d where d.link_id = l.id);
  return query select count(*) filter (where l.state = 'JOINED')::int, count(*) filter (where l.state = 'WAITING')::int from person_link l;
end $$;
alter function settle_links owner to throughline_rules;
grant execute on function settle_links(jsonb, double precision, double precision, double precision, timestamptz) to throughline_app;

-- Links whose records can be joined now, and in whose name: an agency that writes in both, where whoever sees one sees the other
-- too, so that no joining shows an agency what it did not see. The others stay two records that are known to be one person's.
create or replace function list_links_to_join(most int)
returns table (link_id uuid, kept_id uuid, other_id uuid, agency_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'list_links_to_join: for the system' using errcode = '42501'; end if;
  return query
  with open as (
    select l.id, l.low_person_id as low, l.high_person_id as high from person_link l
    join person p on p.id = l.low_person_id and p.merged_into_id is null
    join person q on q.id = l.high_person_id and q.merged_into_id is null
    where l.state = 'JOINED' and l.merge_id is null
  ), seers as (
    select o.id, x.person_id, coalesce(y.id, t.agency_id, a.agency_id) as agency,
      bool_or('identity' = any(x.writes) and y.id is not null) as may_write
    from open o join sight x on x.person_id in (o.low, o.high) and 'identity' = any(x.reads) and x.until >= current_date
    left join agency y on y.id = x.audience_id left join team t on t.id = x.audience_id left join account a on a.id = x.audience_id
    group by 1, 2, 3
  )
  select o.id, o.low, o.high, min(s.agency::text) filter (where s.may_write)::uuid from open o join (
    select s.id, s.agency, count(*) as sides, bool_and(s.may_write) as may_write from seers s group by 1, 2) s on s.id = o.id
  group by 1, 2, 3 having bool_and(s.sides = 2) and bool_or(s.may_write) limit most;
end $$;
alter function list_links_to_join owner to throughline_rules;
grant execute on function list_links_to_join(int) to throughline_app;

-- In whose name a joining was made, for taking it back.
create or replace function merge_made_by(merge uuid) returns uuid
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select owner_agency_id from person_merge where id = merge and undone_at is null and (is_system() or is_coordinator())
$$;
alter function merge_made_by owner to throughline_rules;
grant execute on function merge_made_by(uuid) to throughline_app;
