-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_people(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'PERSON', p.id, null::uuid, 'identity', p.owner_agency_id, p.made_at, p.subject_category, true, json_build_object(
    'name', concat_ws(' ', nullif(p.given_name, ''), nullif(p.middle_names, ''), p.family_name), 'chosen-name', p.chosen_name,
    'born', p.born_on, 'sex', p.sex, 'nationality', p.nationality, 'languages', array_to_string(p.languages, ', '),
    'interpreter', p.interpreter_language)
  from person p where p.id = $1
  union all
  select 'GOOD_TO_KNOW', p.id, null, 'contact', p.owner_agency_id, p.made_at, p.subject_category, false, json_build_object(
    'words', p.good_to_know, 'access-needs', array_to_string(p.access_needs, ', '), 'phone', p.phone)
  from person p where p.id = $1 and (p.good_to_know <> '' or p.access_needs <> '{}' or p.phone <> '')
  union all
  select 'EARLIER_RECORD', (md5(v.person_id::text || v.version))::uuid, null, 'contact', v.owner_agency_id, v.replaced_at, v.subject_category, false,
    (select json_object_agg(e.key, e.value order by e.key) from jsonb_each_text(v.body) e
     where e.key not in ('id', 'owner_agency_id', 'search_text', 'version'))
  from person_version v where v.person_id = $1
  union all
  select 'IDENTIFIER', i.id, null, 'identity', i.owner_agency_id, i.known_at, i.subject_category, true,
    json_build_object('type', i.type, 'number', i.value, 'source', i.source)
  from person_identifier i where i.person_id = $1
  union all
  select 'ALIAS', a.id, null, 'identity', a.owner_agency_id, null, a.subject_category, false,
    json_build_object('name', concat_ws(' ', nullif(a.given_name, ''), a.family_name), 'born', a.born_on, 'source', a.source)
  from person_alias a where a.person_id = $1
  union all
  -- The person's own addresses; the words of a hidden one are their owner's to release.
  select 'ADDRESS', a.id, null, 'contact', a.owner_agency_id, a.from_on::timestamptz, a.subject_category, false, json_build_object(
    'type', a.kind, 'words', coalesce(h.lines, a.lines), 'postcode', coalesce(h.postcode, a.postcode), 'from', a.from_on, 'until', a.until_on)
  from person_address a left join hidden_address h on h.address_id = a.id where a.person_id = $1 and not a.has_none
$$;
alter function private.held_by_people owner to throughline_rules;
