-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_contacts(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'NOTE', n.id, n.case_id, n.field_group, n.owner_agency_id, n.happened_at, n.subject_category, false,
    json_build_object('words', n.body, 'own-words', n.own_words, 'who', a.name, 'withdrawn', n.withdrawn_reason)
  from note n left join account a on a.id = n.author_id where n.person_id = $1
  union all
  select 'EARLIER_NOTE', (md5(v.note_id::text || v.version))::uuid, v.case_id, n.field_group, v.owner_agency_id, v.replaced_at,
    v.subject_category, false, json_build_object('words', v.body, 'own-words', v.own_words)
  from note_version v join note n on n.id = v.note_id where n.person_id = $1
$$;
alter function private.held_by_contacts owner to throughline_rules;
