-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_licences(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'LICENCE_CONDITION', l.id, l.case_id, 'custody', l.owner_agency_id, l.made_at, l.subject_category, false,
    json_build_object('type', l.code, 'words', l.words, 'from', l.from_on, 'until', l.until_on) from licence_condition l where l.person_id = $1
  union all
  select 'LICENCE_EXPLAINED', e.id, e.case_id, 'custody', e.owner_agency_id, e.explained_at, e.subject_category, true,
    json_build_object('type', e.how, 'who', a.name) from licence_explanation e left join account a on a.id = e.explained_by where e.person_id = $1
  union all
  select 'LICENCE_WORRY', w.id, w.case_id, 'plan', w.owner_agency_id, w.raised_at, w.subject_category, false,
    json_build_object('type', w.about, 'words', w.words, 'answer', w.answer) from licence_worry w where w.person_id = $1
$$;
alter function private.held_by_licences owner to throughline_rules;
