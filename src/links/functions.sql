-- How alike two names are: trigrams, which the search uses too.
create or replace function link_name_level(a text, b text) returns text
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case when a = '' or b = '' then 'SILENT' when a = b then 'SAME' when similarity(a, b) >= 0.5 then 'NEAR'
    when similarity(a, b) >= 0.25 then 'ALIKE' else 'DIFFERENT' end
$$;

create or replace function link_day_level(a date, b date) returns text
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case when a is null or b is null then 'SILENT' when a = b then 'SAME'
    when to_char(a, 'YYYYDDMM') = to_char(b, 'YYYYMMDD') then 'NEAR'
    -- one digit differs, or two beside each other changed places
    when (select count(*) = 1 or (count(*) = 2 and max(n) - min(n) = 1 and string_agg(x, '' order by n) = string_agg(y, '' order by n desc))
      from generate_series(1, 8) n, lateral (select substr(to_char(a, 'YYYYMMDD'), n, 1), substr(to_char(b, 'YYYYMMDD'), n, 1)) d(x, y)
      where x <> y) then 'NEAR'
    when (to_char(a, 'YYYY') = to_char(b, 'YYYY'))::int + (to_char(a, 'MM') = to_char(b, 'MM'))::int
      + (to_char(a, 'DD') = to_char(b, 'DD'))::int = 2 then 'ALIKE' else 'DIFFERENT' end
$$;

-- The levels of two people: given name, family name, date of birth, numbers, postcode. What one of them lacks is SILENT.
create or replace function link_levels(p person, q person) returns text[]
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
declare
  given text := link_name_level(lower(p.given_name), lower(q.given_name));
  family text := link_name_level(lower(p.family_name), lower(q.family_name));
  numbers text; place text;
begin
  if lower(p.given_name) = lower(q.family_name) and lower(p.family_name) = lower(q.given_name) and given <> 'SAME' then
    given := 'SWAPPED'; family := 'SILENT'; -- one finding is not counted twice
  elsif family in ('ALIKE', 'DIFFERENT') and exists (
      select from person_alias a where (a.person_id = p.id and lower(a.family_name) = lower(q.family_name))
        or (a.person_id = q.id and lower(a.family_name) = lower(p.family_name))) then
    family := 'ALIAS';
  end if;
  select case when bool_or(i.value = k.value) then 'SAME' when count(*) > 0 then 'DIFFERENT' else 'SILENT' end into numbers
    from person_identifier i join person_identifier k on k.type = i.type and k.person_id = q.id and k.problem is null
    where i.person_id = p.id and i.problem is null;
  select case when bool_or(upper(replace(a.postcode, ' ', '')) = upper(replace(b.postcode, ' ', ''))) then 'SAME'
      when count(*) > 0 then 'DIFFERENT' else 'SILENT' end into place
    from person_address a join person_address b on b.person_id = q.id and b.postcode <> '' -- a hidden one has none here
    where a.person_id = p.id and a.postcode <> '';
  return array[given, family, link_day_level(p.born_on, q.born_on), numbers, place];
end $$;
alter function link_levels owner to throughline_rules;
alter function link_name_level owner to throughline_rules;
alter function link_day_level owner to throughline_rules;

-- Looks for pairs among the next people in order of id: a shared number; the same day of birth and a first letter of a name; day and
-- month swapped; the same name, either way round; the name of an alias. People who are joined or restricted are in no pair.
create or replace function find_link_candidates(after uuid, most int) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare last_id uuid;
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
    select p.id, q.id from page p join person q on lower(q.family_name) = lower(p.family_name) and lower(q.given_name) = lower(p.given_name)
    union
    select p.id, q.id from page p join person q on lower(q.family_name) = lower(p.given_name) and lower(q.given_name) = lower(p.family_name)
    union
    select p.id, q.id from page p join person_alias a on a.person_id = p.id
      join person q on lower(q.family_name) = lower(a.family_name) and lower(q.given_name) = lower(a.given_name)
  )
  insert into link_candidate (low_person_id, high_person_id, levels)
  select p.id, q.id, link_levels(p, q)
  from (select distinct least(one, other) as low, greatest(one, other) as high from pairs where one <> other) found
  join person p on p.id = found.low and p.merged_into_id is null
  join person q on q.id = found.high and q.merged_into_id is null
  where not exists (select from restricted_record r where r.person_id in (p.id, q.id))
  on conflict do nothing;
  return last_id;
end $$;
alter function find_link_candidates owner to throughline_rules;
grant execute on function find_link_candidates(uuid, int) to throughline_app;

-- How often each pattern of levels is met among the candidates, or among pairs drawn by chance: counts of nobody in particular.
create or replace function count_link_patterns(at_random boolean, draws int) returns table (levels text[], pairs int, people int)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare everybody int := (select count(*) from person where merged_into_id is null);
begin
  if not is_system() then raise exception 'count_link_patterns: for the system' using errcode = '42501'; end if;
  if not at_random then
    return query select c.levels, count(*)::int, everybody from link_candidate c group by 1;
    return;
  end if;
  return query
  -- An order that has nothing to do with anybody, and is the same at every run: what it finds can be found again. Few people are
  -- compared each with everybody, since one pair too many would say that what is rare is common.
  with drawn as materialized (
    select p as who, row_number() over (order by md5(p.id::text)) as place from person p
    where p.merged_into_id is null order by place limit draws + 1
  )
  select link_levels(a.who, b.who), count(*)::int, everybody
  from drawn a cross join generate_series(1, ceil(draws::numeric / greatest(everybody, 1))::int) further
  join drawn b on b.place = a.place + further group by 1;
end $$;
alter function count_link_patterns owner to throughline_rules;
grant execute on function count_link_patterns(boolean, int) to throughline_app;
