-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_needs(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'NEED', n.id, n.case_id, case when n.is_restricted then 'risk' else 'needs' end, n.owner_agency_id, n.raised_at, n.subject_category,
    false, json_build_object('pathway', n.pathway, 'words', n.words, 'status', n.status, 'reason', n.status_reason, 'day', n.needed_by_on)
  from need n where n.person_id = $1
  union all
  select 'EARLIER_NEED', (md5(v.need_id::text || v.version))::uuid, v.case_id, case when n.is_restricted then 'risk' else 'needs' end,
    v.owner_agency_id, v.replaced_at, v.subject_category, false,
    json_build_object('words', v.words, 'status', v.status, 'reason', v.status_reason, 'day', v.needed_by_on)
  from need_version v join need n on n.id = v.need_id where n.person_id = $1
$$;
alter function private.held_by_needs owner to throughline_rules;
