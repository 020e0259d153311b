-- People by name (misspelt too, by an alias too), numbers or date of birth, among those whom the actor may see. A definer
-- function, because row-level security would keep the trigram index from being used; so the rule is repeated here.
create or replace function find_people(words text, numbers text[], born date, most int)
returns table (person_id uuid, likeness real)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set pg_trgm.word_similarity_threshold = 0.5 set plan_cache_mode = force_custom_plan as $$ -- a rare name and a common one differ
declare
  audiences uuid[] := acting_audiences();
  reader uuid := acting_user();
begin
  return query
  select found.id, found.score::real from (
    select alike.id, max(alike.score) as score from (
      select p.id, word_similarity(words, p.search_text) + similarity(words, p.search_text) / 10 as score
      from person p where words <> '' and words <% p.search_text
      union all
      select a.person_id, word_similarity(words, a.search_text) * 0.9
      from person_alias a where words <> '' and words <% a.search_text
      union all
      select i.person_id, 2 from person_identifier i where i.value = any(numbers)
      union all
      select p.id, 1 from person p where p.born_on = born and words = ''
    ) alike group by alike.id order by 2 desc, 1
  ) found
  cross join lateral ( -- the likest first, and no further than the page: thousands may be alike
    select from person whole where whole.id = found.id and whole.merged_into_id is null
      and (born is null or cardinality(numbers) > 0 or whole.born_on = born)
      and exists (select from sight x where x.person_id = found.id and 'identity' = any(x.reads)
        and x.audience_id = any(audiences) and x.until >= current_date)
      and not exists (select from access_bar b where b.account_id = reader and b.person_id = found.id)
    limit 1) seen
  order by found.score desc, found.id
  limit least(most, 100);
end $$;
alter function find_people owner to throughline_rules;
grant execute on function find_people(text, text[], date, int) to throughline_app;

-- Whether rows of an import are about somebody known. By the key number (or, for a row without one, by name and date of
-- birth) a prison finds whoever it receives, seen before or not; likely others only among those it may see (T6).
create or replace function match_people(incoming jsonb)
returns table (row_number int, person_id uuid, candidate_ids uuid[])
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan as $$ -- the tables may have grown a thousandfold since the last call
declare
  audiences uuid[] := acting_audiences();
  reader uuid := acting_user();
  is_prison boolean := exists (select from agency where id = acting_agency() and kind = 'prison');
begin
  return query
  with wanted as materialized (
    select * from jsonb_to_recordset(incoming) as w("row" int, "keyType" text, "keyValue" text, others text[],
      "bornOn" date, "givenName" text, "familyName" text)
  ), by_key as materialized (
    select distinct on (w."row") w."row", coalesce(p.merged_into_id, p.id) as id
    from wanted w
    join person_identifier i on i.type = w."keyType" and i.value = w."keyValue" and i.problem is null
    join person p on p.id = i.person_id
    where (is_prison or exists (select from sight x where x.person_id = p.id and 'identity' = any(x.reads)
      and x.audience_id = any(audiences) and x.until >= current_date))
      and not is_closed_to(p.id, reader) -- not even here: it would say that there is a restricted record
    order by w."row", p.made_at
  ), unknown as materialized (
    select w.* from wanted w where not exists (select from by_key k where k."row" = w."row")
  ), likely as (
    select w."row", p.id,
      w."keyValue" is null and p.family_name = w."familyName" and p.given_name = w."givenName" as is_exact
    from unknown w join person p on p.born_on = w."bornOn" and p.merged_into_id is null
      and word_similarity(lower(w."givenName" || ' ' || w."familyName"), p.search_text) > 0.6
    union
    select w."row", i.person_id, false
    from unknown w cross join unnest(w.others) as other(value)
    join person_identifier i on i.value = other.value and i.problem is null
  ), seen as (
    select l."row", l.id, bool_or(l.is_exact) as is_exact from likely l
    where exists (select from sight x where x.person_id = l.id and 'identity' = any(x.reads)
      and x.audience_id = any(audiences) and x.until >= current_date)
      and not exists (select from access_bar b where b.account_id = reader and b.person_id = l.id)
    group by 1, 2
  )
  select k."row", k.id, '{}'::uuid[] from by_key k
  union all
  select s."row", case when count(*) = 1 and bool_or(s.is_exact) then (array_agg(s.id))[1] end, array_agg(s.id)
  from seen s group by s."row";
end $$;
alter function match_people owner to throughline_rules;
grant execute on function match_people(jsonb) to throughline_app;

-- A hidden address goes behind its wall as it is written, whoever writes it.
create or replace function hide_address() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not new.is_hidden or (new.lines = '' and new.postcode = '') then return new; end if;
  insert into hidden_address (address_id, person_id, lines, postcode, owner_agency_id, sensitivity)
  values (new.id, new.person_id, new.lines, new.postcode, new.owner_agency_id, 'RESTRICTED')
  on conflict (address_id) do update set lines = excluded.lines, postcode = excluded.postcode;
  new.lines := ''; new.postcode := '';
  return new;
end $$;
alter function hide_address owner to throughline_rules;
create or replace trigger address_is_hidden before insert or update of lines, postcode, is_hidden on person_address
  for each row execute function hide_address();

-- The words of a hidden address, for a reason that is in the audit before they are out.
create or replace function open_hidden_address(address uuid, why text, at timestamptz) returns table (lines text, postcode text)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare about uuid := (select person_id from hidden_address where address_id = address);
begin
  if about is null or length(why) < 20 or about = any(people_closed()) or not exists (
      select from sight x where x.person_id = about and 'contact' = any(x.reads) and x.audience_id = any(acting_audiences())
        and x.until >= current_date) then return; end if;
  insert into audit (account_id, agency_id, action, person_ids, field_groups, reason, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'consult', array[about], '{contact}', why, 'web', at, jsonb_build_object('hiddenAddressId', address));
  return query select h.lines, h.postcode from hidden_address h where h.address_id = address;
end $$;
alter function open_hidden_address owner to throughline_rules;
grant execute on function open_hidden_address(uuid, text, timestamptz) to throughline_app;

-- Pieces of a person's hidden addresses, so that none of them reaches the paper that the person carries.
create or replace function hidden_places(person uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return (select coalesce(array_agg(distinct part), '{}') from hidden_address h,
    unnest(array[h.postcode] || string_to_array(h.lines, E'\n') || string_to_array(h.lines, ',')) part
  where h.person_id = person and length(trim(part)) > 4 and person <> all(people_closed()) and exists (
    select from sight x where x.person_id = person and 'contact' = any(x.reads) and x.audience_id = any(acting_audiences())
      and x.until >= current_date));
end $$;
alter function hidden_places owner to throughline_rules;
grant execute on function hidden_places(uuid) to throughline_app;
