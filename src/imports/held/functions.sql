-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_imports(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'IMPORTED', (md5(i.batch_id::text || i.row))::uuid, i.case_id, 'custody', i.owner_agency_id, b.made_at, i.subject_category, false,
    (select json_object_agg(e.key, e.value order by e.key) from jsonb_each_text(i.incoming) e)
  from import_row i join import_batch b on b.id = i.batch_id where i.person_id = $1 and jsonb_typeof(i.incoming) = 'object'
$$;
alter function private.held_by_imports owner to throughline_rules;
