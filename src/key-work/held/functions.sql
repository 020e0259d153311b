-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone. An unfiled note is
-- found by the number that was typed: whose it is nobody has said yet.
create or replace function private.held_by_key_work(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'KEY_WORK', k.id, k.case_id, 'notes', k.owner_agency_id, k.made_at, k.subject_category, true,
    json_build_object('type', k.kind, 'day', k.happened_on, 'who', a.name, 'result', k.reason, 'marked-as', lower(array_to_string(k.tags, ', ')))
  from key_work_session k left join account a on a.id = k.worker_id where k.person_id = $1
  union all
  select 'UNFILED_NOTE', u.id, null, 'notes', u.owner_agency_id, u.written_at, u.subject_category, false,
    json_build_object('words', (u.said ->> 'body'), 'own-words', (u.said ->> 'ownWords'), 'who', a.name)
  from unfiled_note u join person_identifier i on i.value = upper(regexp_replace(u.said ->> 'who', '[^A-Za-z0-9]', '', 'g'))
  left join account a on a.id = u.author_id where u.settled_at is null and i.person_id = $1
$$;
alter function private.held_by_key_work owner to throughline_rules;
