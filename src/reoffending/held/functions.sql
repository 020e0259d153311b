-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_reoffending(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'OFFENCE', (md5(o.batch_id::text || o.row))::uuid, null::uuid, 'research', o.owner_agency_id, b.committed_at, o.subject_category, false,
    json_build_object('type', o.kind, 'day', o.offence_on, 'result', o.outcome)
  from person_identifier i join offence_record o on o.identifier = i.value and o.identifier_type = i.type
  join import_batch b on b.id = o.batch_id and b.committed_at is not null and b.undone_at is null
  where i.person_id = $1 and i.problem is null
$$;
alter function private.held_by_reoffending owner to throughline_rules;
