-- What hangs on a person, read from the catalogue so that a table that somebody adds tomorrow is not forgotten: how its rows are
-- found ($1 people, $2 cases, $3 classes), and how far it stands from the person. Events, the audit and the papers of disposal stay.
create or replace function private.tables_of_records() returns table (name text, found_by text, of_class text, distance int)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  with recursive tab as (
    select c.oid, c.relname::text as name, bool_or(a.attname = 'retention_class') as has_class
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all(array['event', 'audit', 'disposal_item', 'retention_clock', 'retention_due', 'provenance']) group by 1
  ), fk as (
    select f.conrelid as child, f.confrelid as parent, quote_ident(a.attname) as col, quote_ident(k.attname) as key
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.conrelid <> f.confrelid
  ), direct as (
    select t.oid, t.name, t.has_class, string_agg(w.said, ' or ' order by w.said) as found_by from tab t join lateral (
      select 'id = any($1)' as said where t.name = 'person'
      union select format('%I = any($1)', a.attname) from pg_attribute a where a.attrelid = t.oid and a.attname = 'person_id' and not a.attisdropped
        and not exists (select from pg_attribute b where b.attrelid = t.oid and b.attname = 'case_id' and b.attnotnull) -- a case is of one person
      union select col || ' = any($1)' from fk where child = t.oid and parent = 'person'::regclass and col <> 'person_id'
      union select format('%I = any($2)', a.attname) from pg_attribute a where a.attrelid = t.oid and a.attname = 'case_id' and not a.attisdropped
    ) w on true group by 1, 2, 3
  ), hanging as (
    select t.oid, t.name, t.has_class, string_agg(format('%s in (select %s from %I where %s)', fk.col, fk.key, d.name, d.found_by), ' or ' order by d.name, fk.col) as found_by,
      '(' || string_agg(case when d.has_class and not t.has_class then format('%s in (select %s from %I where (%s) and retention_class::text = any($3))', fk.col, fk.key, d.name, d.found_by) end, ' or ' order by d.name, fk.col) || ')' as of_class
    from tab t join fk on fk.child = t.oid join direct d on d.oid = fk.parent and d.name <> 'person'
    where not exists (select from direct x where x.oid = t.oid) group by 1, 2, 3 -- a mail hangs on a reminder or on a family
  ), found as (
    select oid, name, found_by, case when has_class then 'retention_class::text = any($3)' end as of_class from direct
    union all select oid, name, found_by, case when has_class then 'retention_class::text = any($3)' else of_class end from hanging
  ), far as ( -- children before their parents
    select 'person'::regclass::oid as oid, 0 as distance
    union select fk.child, far.distance + 1 from far join fk on fk.parent = far.oid join found on found.oid = fk.child where far.distance < 12
  )
  select f.name, f.found_by, f.of_class, coalesce(max(far.distance), 99) from found f left join far on far.oid = f.oid group by 1, 2, 3
$$;
-- Read once whenever functions are written anew, which is whenever tables can have changed: it takes too long for each person.
truncate private.record_table;
insert into private.record_table select * from private.tables_of_records();
grant select on private.record_table to throughline_rules;

-- Deletes rows of one table that nothing else stands on. @returns how many, and what they were as a hash.
create or replace function private.delete_records(tab text, condition text, people uuid[], cases uuid[], classes text[], out gone int, out digest text)
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare r record; needed text := '';
begin
  for r in select f.conrelid::regclass as child, f.conrelid, quote_ident(a.attname) as col, quote_ident(k.attname) as key, a.attnotnull as is_needed, f.confdeltype
      from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]
      where f.contype = 'f' and f.confrelid = tab::regclass and f.confdeltype = 'a' loop
    if r.is_needed then
      needed := needed || format(' and not exists (select from %s x where x.%s = t.%s)', r.child, r.col, r.key);
    else
      execute format('update %s set %s = null where %s in (select t.%s from %I t where (%s))', r.child, r.col, r.col, r.key, tab, condition)
        using people, cases, classes;
    end if;
  end loop;
  execute format('with gone as (delete from %I t where (%s)%s returning t.*) select count(*),
      encode(sha256(convert_to(coalesce(string_agg(gone::text, chr(10) order by gone::text), ''''), ''UTF8'')), ''hex'') from gone', tab, condition, needed)
    into gone, digest using people, cases, classes;
end $$;
alter function private.delete_records owner to throughline_rules;

-- Takes every word out of rows that stay to be counted: what is left are codes and days of the work.
create or replace function private.blank_records(tab text, found_by text, people uuid[], cases uuid[]) returns void
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare
  kept constant text[] := array['purpose', 'pathway', 'status', 'derived_status', 'decline_reason', 'end_reason', 'end_kind', 'sex',
    'reference', 'question_key', 'size'];
  sets text;
begin
  select string_agg(format('%I = %s', attname, case when not attnotnull then 'null' when typname = '_text' then '''{}''' else '''''' end), ', ')
  into sets from pg_attribute a join pg_type y on y.oid = a.atttypid
  where a.attrelid = tab::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    and (typname in ('text', '_text') and attname <> all(kept) or attname = 'born_on');
  if sets is null then return; end if;
  execute format('update %I set %s where (%s)', tab, sets, found_by) using people, cases;
end $$;
alter function private.blank_records owner to throughline_rules;
revoke all on function private.tables_of_records(), private.delete_records(text, text, uuid[], uuid[], text[]),
  private.blank_records(text, text, uuid[], uuid[]) from public;

-- Disposes of one class of one person's record, for the system alone, of an approved disposal whose days are over. Looks again at
-- the last moment: whoever places a hold needs the person's row (its foreign key) and this holds it, so one of the two is first and
-- the other sees it. @returns the state of the item; null when it was settled before.
create or replace function dispose_of_person(which uuid, about uuid, of_class text, today date, at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  item disposal_item; people uuid[]; cases uuid[]; t record; done record; counts jsonb := '{}'; said text := ''; outcome text := 'DONE';
  -- Who it was stays as long as anything of another class does.
  who constant text[] := array['person', 'case_file', 'case_party', 'person_identifier', 'person_merge', 'sight', 'access_bar',
    'case_summary', 'case_place', 'alert', 'restricted_record', 'restricted_reader'];
  counted constant text[] := array['person', 'case_file', 'need', 'referral', 'pathway_status'];
  others boolean := false; found_one boolean; classes text[];
begin
  if not is_system() then raise exception 'dispose_of_person: not for this account' using errcode = '42501'; end if;
  people := array(select id from person p where about in (p.id, p.merged_into_id) order by id for update);
  select i.* into item from disposal_item i join disposal d on d.id = i.disposal_id
  where i.disposal_id = which and i.person_id = about and i.class::text = of_class and i.state = 'WAITING'
    and d.approved_at is not null and d.execute_from <= at and d.withdrawn_at is null for update of i;
  if not found then return null; end if;
  cases := array(select id from case_file where person_id = any(people));
  perform wind_clocks(people);
  perform refresh_due(people);
  if is_held(about, today) then outcome := 'HELD';
  elsif not exists (select from retention_due d where d.person_id = about and d.class = item.class and d.due_on <= today and d.action = item.action) then
    outcome := 'NOT_DUE';
  end if;
  if outcome = 'DONE' then
    -- What was to go before, and stayed because something of this class stood on it, goes now.
    classes := array[of_class] || array(select i.class::text from disposal_item i where i.person_id = about and i.state = 'DONE'
      and not exists (select from retention_due d where d.person_id = about and d.class = i.class));
    for t in select * from private.record_table x where x.name <> all(who) order by x.distance desc, x.name loop
      continue when t.of_class is null;
      if item.action = 'ANONYMISE' and t.name = any(counted) then
        perform private.blank_records(t.name, t.found_by, people, cases);
        continue;
      end if;
      select * into done from private.delete_records(t.name, format('(%s) and %s', t.found_by, t.of_class), people, cases, classes);
      if done.gone > 0 then counts := counts || jsonb_build_object(t.name, done.gone); said := said || t.name || done.digest; end if;
      if item.action = 'ANONYMISE' then continue; end if;
      execute format('select exists (select from %I where (%s) and ($3 is not null))', t.name, t.found_by) into found_one using people, cases, classes;
      others := others or found_one;
    end loop;
    if not others and 'CASE' = any(classes) then
      delete from retention_clock where person_id = any(people);
      for t in select * from private.record_table x where x.name = any(who) or x.of_class is null order by x.distance desc, x.name loop
        if item.action = 'ANONYMISE' and t.name = any(counted) then
          perform private.blank_records(t.name, t.found_by, people, cases);
          continue;
        end if;
        select * into done from private.delete_records(t.name, t.found_by, people, cases, classes);
        if done.gone > 0 then counts := counts || jsonb_build_object(t.name, done.gone); said := said || t.name || done.digest; end if;
      end loop;
    else
      perform summarise_cases(cases, array['identity']); -- the line of the list says what is left, not what was
    end if;
    delete from retention_due where person_id = about and class = item.class;
  end if;
  update disposal_item set state = outcome, settled_at = at, counts = settled.counts, digest = settled.digest
  from (select counts as counts, case when outcome = 'DONE' then encode(sha256(convert_to(said, 'UTF8')), 'hex') end as digest) settled
  where disposal_id = which and person_id = about and class = item.class;
  return outcome;
end $$;
alter function dispose_of_person owner to throughline_rules;
grant execute on function dispose_of_person(uuid, uuid, text, date, timestamptz) to throughline_app;
