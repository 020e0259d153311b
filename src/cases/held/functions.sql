-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_cases(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'CASE', c.id, c.id, 'identity', c.owner_agency_id, c.made_at, c.subject_category, true,
    json_build_object('purpose', c.purpose, 'from', c.opened_on, 'until', c.ended_on)
  from case_file c where c.person_id = $1
  union all
  select 'PARTY', p.id, p.case_id, 'identity', p.owner_agency_id, p.since_on::timestamptz, p.subject_category, false, json_build_object(
    'who', concat_ws(', ', a.name, y.name), 'role', p.role, 'from', p.since_on, 'until', p.until_on)
  from case_party p join case_file c on c.id = p.case_id join agency y on y.id = p.agency_id left join account a on a.id = p.account_id
  where c.person_id = $1
  union all
  select 'PATHWAY', (md5(s.case_id::text || s.pathway))::uuid, s.case_id, 'needs', s.owner_agency_id, s.set_at, s.subject_category, false,
    json_build_object('pathway', s.pathway, 'status', s.status, 'words', s.reason)
  from pathway_status s join case_file c on c.id = s.case_id where c.person_id = $1
  union all
  select 'PATHWAY', (md5(s.case_id::text || s.pathway || s.set_at))::uuid, s.case_id, 'needs', s.owner_agency_id, s.set_at, s.subject_category,
    false, json_build_object('pathway', s.pathway, 'status', s.status, 'words', s.reason)
  from pathway_status_version s join case_file c on c.id = s.case_id where c.person_id = $1
$$;
alter function private.held_by_cases owner to throughline_rules;
