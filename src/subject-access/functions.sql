-- Gathers what every capability holds about the person, each item for the agency that owns it. A capability joins by its function
-- `private.held_by_...`: nothing is registered. What the handling agency does not see of the case goes apart: its owner hands it over
-- itself, and nobody else learns that there is any.
create or replace function private.gather_subject_access(asked uuid, at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  r subject_access_request; held held_item; source text; audiences uuid[]; part uuid; apart boolean; people uuid[]; said jsonb; total int := 0;
begin
  select * into r from subject_access_request where id = asked and proof <> '' and collected_at is null and withdrawn_at is null for update;
  if not found then return 0; end if;
  audiences := array(select r.owner_agency_id union all select id from team where agency_id = r.owner_agency_id
    union all select id from account where agency_id = r.owner_agency_id and disabled_at is null);
  -- Two records of one person that were joined are both about them: cases stay where they were opened.
  with recursive root as (
    select id, merged_into_id from person where id = r.person_id
    union select p.id, p.merged_into_id from person p join root on p.id = root.merged_into_id
  ), joined as (
    select id from root union select p.id from person p join joined on p.merged_into_id = joined.id
  ) select array_agg(id) into people from joined;
  for source in select p.proname from pg_proc p where p.pronamespace = 'private'::regnamespace and p.proname like 'held\_by\_%' order by 1 loop
    for held in execute format('select h.* from unnest($1) p cross join lateral private.%I(p) h', source) using people loop
      select jsonb_agg(jsonb_build_object('name', e.key, 'text', e.value) order by e.at) into said
      from json_each_text(held.fields) with ordinality e(key, value, at) where trim(e.value) <> '';
      continue when said is null or held.owner_agency_id <> all(coalesce(r.asked_agency_ids, array[held.owner_agency_id]));
      apart := held.owner_agency_id <> r.owner_agency_id and (held.field_group in ('mentoring', 'intelligence')
        or held.subject_category in ('VICTIM', 'WITNESS')
        or not exists (select from sight a where a.audience_id = any(audiences) and held.field_group = any(a.reads)
          and a.person_id = any(people) and a.case_id = coalesce(held.case_id, a.case_id) and a.until >= at::date));
      select p.id into part from subject_access_part p
      where p.request_id = r.id and p.owner_agency_id = held.owner_agency_id and p.is_apart = apart;
      if part is null then
        insert into subject_access_part (request_id, person_id, handling_agency_id, is_apart, owner_agency_id)
        values (r.id, r.person_id, r.owner_agency_id, apart, held.owner_agency_id) returning id into part;
      end if;
      insert into subject_access_item (request_id, part_id, person_id, kind, subject_id, field_group, happened_at, is_plain, fields,
        owner_agency_id, subject_category)
      values (r.id, part, r.person_id, held.kind, held.subject_id, held.field_group, held.happened_at,
        held.is_plain and held.subject_category not in ('VICTIM', 'WITNESS'), said, held.owner_agency_id, held.subject_category);
      total := total + 1;
    end loop;
  end loop;
  update subject_access_request set collected_at = at where id = r.id;
  return total;
end $$;
alter function private.gather_subject_access owner to throughline_rules;

-- As the manager who handles a request: once, and not before it is known who asks. It says nothing of what was found.
create or replace function collect_subject_access(asked uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not (is_manager() and exists (select from subject_access_request r where r.id = asked and r.owner_agency_id = acting_agency()
      and r.person_id <> all(people_closed()))) then
    raise exception 'collect_subject_access: not theirs' using errcode = '42501';
  end if;
  perform private.gather_subject_access(asked, at);
end $$;
alter function collect_subject_access owner to throughline_rules;
grant execute on function collect_subject_access(uuid, timestamptz) to throughline_app;

-- Once the answer was given, or the request taken back, what was taken out is kept nowhere: the texts that were gathered go.
create or replace function forget_subject_access() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'subject_access_request' then
    update subject_access_item set fields = null, marks = '[]' where request_id = new.id;
    return null;
  end if;
  update subject_access_item i set fields = null, marks = '[]' from subject_access_part p
  where p.id = i.part_id and p.request_id = new.request_id
    and case when p.is_apart then p.owner_agency_id else p.handling_agency_id end = new.owner_agency_id;
  return null;
end $$;
alter function forget_subject_access owner to throughline_rules;
create or replace trigger subject_access_given after update of given_at on subject_access_bundle
  for each row when (old.given_at is null and new.given_at is not null) execute function forget_subject_access();
create or replace trigger subject_access_taken_back after update of withdrawn_at on subject_access_request
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function forget_subject_access();

-- A copy asked for at the own door is logged as any other, for the agency that started the door: it knows who stood there.
create or replace function subject_access_said() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare asked uuid := gen_random_uuid();
begin
  insert into subject_access_request (id, person_id, case_id, person_name, asked_by, channel, received_on, proof, proved_on,
    locale, own_request_id, logged_at, owner_agency_id)
  select asked, p.id, new.case_id, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, 'PERSON',
    'OWN_DOOR', d.day, 'OWN_DOOR', d.day,
    coalesce((select lower(left(l, 2)) from unnest(array_remove(p.interpreter_language || p.languages, null)) l
      where lower(left(l, 2)) in ('en', 'it', 'nl') limit 1), s.locale), new.id, new.said_at, new.owner_agency_id
  from person p cross join partnership s cross join (select (new.said_at at time zone 'Europe/London')::date as day) d
  where p.id = new.person_id;
  perform private.gather_subject_access(asked, new.said_at);
  return null;
end $$;
alter function subject_access_said owner to throughline_rules;
create or replace trigger subject_access_asked after insert on own_request
  for each row when (new.kind = 'COPY') execute function subject_access_said();

-- Where the agency that handles a request becomes another, the parts follow (reorganisations).
create or replace function subject_access_handed_on() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  update subject_access_part set handling_agency_id = new.owner_agency_id where request_id = new.id;
  return null;
end $$;
create or replace trigger subject_access_handed_on after update of owner_agency_id on subject_access_request
  for each row when (old.owner_agency_id <> new.owner_agency_id) execute function subject_access_handed_on();
