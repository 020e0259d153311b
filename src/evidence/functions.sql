-- Whether the person's yes to have their story told by this agency stands.
create or replace function story_is_agreed(person uuid, teller uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from consent c where c.person_id = person and c.agency_id = teller and c.kind = 'STORY'
    and c.answer = 'GIVEN' and c.replaced_at is null)
$$;
alter function story_is_agreed owner to throughline_rules;

-- Stories that their agencies tell to everybody: no id of anybody, no day, and nothing once the yes is taken back.
create or replace function read_public_stories() returns table (title text, words text, locale text, agency text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select s.title, s.words, s.locale, y.name from case_story s join agency y on y.id = s.owner_agency_id
  where s.is_public and s.removed_at is null and story_is_agreed(s.person_id, s.owner_agency_id)
    and not exists (select from restricted_record r where r.person_id = s.person_id)
  order by s.written_at desc, s.id limit 20
$$;
alter function read_public_stories owner to throughline_rules;

-- Whether a text names the person: any of their names, as a word. Asked by who sees the person; to anybody else no text names them,
-- or names could be guessed one by one.
create or replace function story_names_person(asked_case uuid, said text) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from case_file c join person p on p.id = c.person_id
    cross join lateral (select concat_ws(' ', p.given_name, p.middle_names, p.family_name, p.chosen_name,
      (select string_agg(concat_ws(' ', o.given_name, o.family_name), ' ') from person_alias o where o.person_id = p.id)) as every) n
    cross join lateral regexp_split_to_table(lower(n.every), '[^[:alpha:]]+') as part
    where c.id = asked_case and length(part) > 2 and c.person_id <> all(people_closed())
      and exists (select from sight a where a.case_id = c.id and 'identity' = any(a.reads) and a.until >= current_date
        and a.audience_id = any(acting_audiences()))
      and part = any(regexp_split_to_array(lower(said), '[^[:alpha:]]+')));
end $$;
alter function story_names_person owner to throughline_rules;

-- What a quarter came to, prison by prison, for the program alone: whole numbers, to be held back where they are too few.
create or replace function count_public_results(quarter date)
returns table (measure text, prison text, people int, counted int)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'count_public_results: not for this account' using errcode = '42501'; end if;
  return query
    with left_prison as materialized (
      select y.name as prison, r.person_id, r.released_on from agency y
      cross join lateral private.released(y.id, quarter, (quarter + interval '3 months - 1 day')::date) r where y.kind = 'prison'
    ), found as (
      select l.prison,
        exists (select from step s where s.person_id = l.person_id
          and (s.made_at at time zone 'Europe/London')::date < l.released_on) as step_before,
        exists (select from first_contact f where f.person_id = l.person_id and f.outcome = 'MET'
          and f.released_on = l.released_on and f.day_number <= 7) as met,
        exists (select from referral r where r.person_id = l.person_id
          and (r.sent_at at time zone 'Europe/London')::date < l.released_on) as referred
      from left_prison l
    )
    select m.measure, f.prison, count(*)::int, count(*) filter (where m.happened)::int from found f
    cross join lateral (values ('STEP_BEFORE_RELEASE', f.step_before), ('MET_IN_FIRST_WEEK', f.met),
      ('REFERRAL_BEFORE_RELEASE', f.referred)) as m(measure, happened)
    group by 1, 2 order by 1, 2;
end $$;
alter function count_public_results owner to throughline_rules;

-- Forgets files and findings whose time is over. Returns how many.
create or replace function forget_analyses(now_at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare gone int;
begin
  if not is_system() then raise exception 'forget_analyses: not for this account' using errcode = '42501'; end if;
  delete from analysis where forget_at <= now_at;
  get diagnostics gone = row_count;
  return gone;
end $$;
alter function forget_analyses owner to throughline_rules;

grant execute on function story_is_agreed(uuid, uuid), read_public_stories(), story_names_person(uuid, text), count_public_results(date),
  forget_analyses(timestamptz) to throughline_app;

-- Says to pages that show an analysis that it moved on, and nothing else.
create or replace function analysis_moved() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_notify('case', new.id::text);
  return null;
end $$;
create or replace trigger analysis_moved after update of state on analysis for each row execute function analysis_moved();
