-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_retention(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'LEGAL_HOLD', h.id, h.case_id, 'administration', h.owner_agency_id, h.made_at, h.subject_category, false,
    json_build_object('who', h.asked_by, 'reason', h.reason, 'from', h.from_on, 'until', h.until_on, 'ended', h.lifted_because)
  from legal_hold h where h.person_id = $1
  union all
  select 'RETENTION_REVIEW', r.person_id, null::uuid, 'administration', r.owner_agency_id, r.decided_at, r.subject_category, false,
    json_build_object('type', r.class, 'answer', r.decision, 'until', r.keep_until_on, 'reason', r.reason)
  from retention_review r where r.person_id = $1
$$;
alter function private.held_by_retention owner to throughline_rules;
