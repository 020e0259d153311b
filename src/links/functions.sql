-- How alike two names are: trigrams, which the search uses too.
create or replace function link_name_level(a text, b text) returns text
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case when a = '' or b = '' then 'SILENT' when a = b then 'SAME' when similarity(a, b) >= 0.5 then 'NEAR'
    when similarity(a, b) >= 0.25 then 'ALIKE' else 'DIFFERENT' end
$$;

create or replace function link_day_level(a date, b date) returns text
language plpgsql immutable set search_path = public, pg_catalog, pg_temp as $$
declare
  x text := to_char(a, 'YYYYMMDD');
  y text := to_char(b, 'YYYYMMDD');
  unlike int := 0;
  at int; -- the first digit that differs
begin
  if x is null or y is null then return 'SILENT'; end if;
  if x = y then return 'SAME'; end if;
  if left(x, 4) || right(x, 2) || substr(x, 5, 2) = y then return 'NEAR'; end if;
  for n in 1..8 loop
    continue when substr(x, n, 1) = substr(y, n, 1);
    unlike := unlike + 1;
    at := coalesce(at, n);
    exit when unlike > 2;
  end loop;
  -- one digit differs, or two beside each other changed places
  if unlike = 1 or (unlike = 2 and substr(x, at, 2) = reverse(substr(y, at, 2))) then return 'NEAR'; end if;
  return case when (left(x, 4) = left(y, 4))::int + (substr(x, 5, 2) = substr(y, 5, 2))::int + (right(x, 2) = right(y, 2))::int = 2
    then 'ALIKE' else 'DIFFERENT' end;
end $$;
alter function link_name_level owner to throughline_rules;
alter function link_day_level owner to throughline_rules;

-- The levels of pairs of people: given name, family name, date of birth, numbers, postcode. What one of them lacks is SILENT.
create or replace function private.link_levels(lows uuid[], highs uuid[]) returns table (low uuid, high uuid, levels text[])
language sql stable rows 10000 set search_path = public, pg_catalog, pg_temp as $$
  select p.id, q.id, array[
    case when name.is_swapped then 'SWAPPED' else name.given end,
    case when name.is_swapped then 'SILENT' -- one finding is not counted twice
      when name.family in ('ALIKE', 'DIFFERENT') and exists (
        select from person_alias a where (a.person_id = p.id and lower(a.family_name) = lower(q.family_name))
          or (a.person_id = q.id and lower(a.family_name) = lower(p.family_name))) then 'ALIAS'
      else name.family end,
    link_day_level(p.born_on, q.born_on),
    (select case when bool_or(i.value = k.value) then 'SAME' when count(*) > 0 then 'DIFFERENT' else 'SILENT' end
      from person_identifier i join person_identifier k on k.type = i.type and k.person_id = q.id and k.problem is null
      where i.person_id = p.id and i.problem is null),
    (select case when bool_or(upper(replace(a.postcode, ' ', '')) = upper(replace(b.postcode, ' ', ''))) then 'SAME'
        when count(*) > 0 then 'DIFFERENT' else 'SILENT' end
      from person_address a join person_address b on b.person_id = q.id and b.postcode <> '' -- a hidden one has none here
      where a.person_id = p.id and a.postcode <> '')]
  from unnest(lows, highs) as pair(low, high) join person p on p.id = pair.low join person q on q.id = pair.high
  cross join lateral (select link_name_level(lower(p.given_name), lower(q.given_name)) as given,
    link_name_level(lower(p.family_name), lower(q.family_name)) as family,
    lower(p.given_name) = lower(q.family_name) and lower(p.family_name) = lower(q.given_name)
      and lower(p.given_name) <> lower(q.given_name) as is_swapped) name
$$;
alter function private.link_levels owner to throughline_rules;

-- Looks for pairs among the next people in order of id: a shared number; the same day of birth and a first letter of a name; day and
-- month swapped; the same name, either way round, and where more than thirty have it a year or a day of birth that agrees too; the
-- name of an alias. People who are joined or restricted are in no pair.
create or replace function find_link_candidates(after uuid, most int) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare last_id uuid; lows uuid[]; highs uuid[];
begin
  if not is_system() then raise exception 'find_link_candidates: for the system' using errcode = '42501'; end if;
  if after is null then delete from link_candidate; end if;
  select id into last_id from (select id from person where after is null or id > after order by id limit least(most, 5000)) page order by id desc limit 1;
  if last_id is null then return null; end if;
  with page as materialized (
    select * from person where (after is null or id > after) and id <= last_id and merged_into_id is null
  ), pairs as (
    select p.id as one, k.person_id as other from page p
      join person_identifier i on i.person_id = p.id and i.problem is null
      join person_identifier k on k.value = i.value and k.type = i.type and k.problem is null
    union
    select p.id, q.id from page p join person q on q.born_on = p.born_on and lower(left(q.family_name, 1)) = lower(left(p.family_name, 1))
    union
    select p.id, q.id from page p join person q on q.born_on = p.born_on
      and lower(left(q.given_name, 1)) in (lower(left(p.given_name, 1)), lower(left(p.family_name, 1)))
    union
    select p.id, q.id from page p join person q on extract(day from p.born_on) <= 12
      and q.born_on = make_date(extract(year from p.born_on)::int, extract(day from p.born_on)::int, extract(month from p.born_on)::int)
      and lower(left(q.family_name, 1)) = lower(left(p.family_name, 1))
    union
    select one, other from (
      select p.id as one, q.id as other, p.born_on as day, q.born_on as other_day, count(*) over (partition by p.id) as times
      from page p join person q on lower(q.family_name) = lower(p.family_name) and lower(q.given_name) = lower(p.given_name)) same_name
    where times <= 30 or day is null or other_day is null or extract(year from day) = extract(year from other_day)
      or to_char(day, 'MMDD') = to_char(other_day, 'MMDD')
    union
    select p.id, q.id from page p join person q on lower(q.family_name) = lower(p.given_name) and lower(q.given_name) = lower(p.family_name)
    union
    select p.id, q.id from page p join person_alias a on a.person_id = p.id
      join person q on lower(q.family_name) = lower(a.family_name) and lower(q.given_name) = lower(a.given_name)
  )
  select array_agg(low), array_agg(high) into lows, highs
  from (select distinct least(one, other) as low, greatest(one, other) as high from pairs where one <> other) found
  join person p on p.id = found.low and p.merged_into_id is null
  join person q on q.id = found.high and q.merged_into_id is null
  where not exists (select from restricted_record r where r.person_id = p.id)
    and not exists (select from restricted_record r where r.person_id = q.id)
    and not exists (select from link_candidate c where c.low_person_id = found.low and c.high_person_id = found.high);
  insert into link_candidate (low_person_id, high_person_id, levels)
  select l.low, l.high, l.levels from private.link_levels(lows, highs) l on conflict do nothing;
  return last_id;
end $$;
alter function find_link_candidates owner to throughline_rules;
grant execute on function find_link_candidates(uuid, int) to throughline_app;

-- How often each pattern of levels is met among the candidates, or among pairs drawn by chance: counts of nobody in particular.
create or replace function count_link_patterns(at_random boolean, draws int) returns table (levels text[], pairs int, people int)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare everybody int := (select count(*) from person where merged_into_id is null); lows uuid[]; highs uuid[];
begin
  if not is_system() then raise exception 'count_link_patterns: for the system' using errcode = '42501'; end if;
  if not at_random then
    return query select c.levels, count(*)::int, everybody from link_candidate c group by 1;
    return;
  end if;
  -- An order that has nothing to do with anybody, and is the same at every run: what it finds can be found again. Few people are
  -- compared each with everybody, since one pair too many would say that what is rare is common.
  with drawn as materialized (
    select p.id as who, row_number() over (order by md5(p.id::text)) as place from person p
    where p.merged_into_id is null order by place limit draws + 1
  )
  select array_agg(a.who), array_agg(b.who) into lows, highs
  from drawn a cross join generate_series(1, ceil(draws::numeric / greatest(everybody, 1))::int) further
  join drawn b on b.place = a.place + further;
  return query select l.levels, count(*)::int, everybody from private.link_levels(lows, highs) l group by 1;
end $$;
alter function count_link_patterns owner to throughline_rules;
grant execute on function count_link_patterns(boolean, int) to throughline_app;
