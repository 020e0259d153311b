-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_families(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'FAMILY_MEMBER', m.id, m.case_id, 'family', m.owner_agency_id, m.consented_at, m.subject_category, false,
    json_build_object('name', m.name, 'type', m.relation, 'words', m.conflict) from family_member m where m.person_id = $1
  union all
  select 'FAMILY_WORD', w.id, w.case_id, 'family', w.owner_agency_id, w.said_at, w.subject_category, false,
    json_build_object('type', w.kind, 'words', w.words) from family_word w where w.person_id = $1
  union all
  select 'FAMILY_CHECK', c.id, c.case_id, 'family', c.owner_agency_id, c.made_at, c.subject_category, false,
    json_build_object('type', c.outcome, 'words', c.words) from family_check c where c.person_id = $1
  union all
  select 'FAMILY_SHARES', h.id, h.case_id, 'family', h.owner_agency_id, h.made_at, h.subject_category, true,
    json_build_object('name', m.name, 'words', array_to_string(h.shares, ', '))
  from family_share_change h join family_member m on m.id = h.family_member_id where h.person_id = $1
  union all
  select 'FAMILY_CONTACT', f.id, f.case_id, 'family', f.owner_agency_id, f.made_at, f.subject_category, true,
    json_build_object('type', f.kind, 'day', f.happened_on) from family_contact f where f.person_id = $1
  union all
  select 'FAMILY_DAY', i.id, i.case_id, 'family', i.owner_agency_id, i.invited_at, i.subject_category, i.family_member_id is null,
    json_build_object('day', (d.starts_at at time zone 'Europe/London')::date, 'name', m.name, 'type', coalesce(i.attendance, i.answer), 'words', i.outcome)
  from family_day_invitation i join family_day d on d.id = i.family_day_id left join family_member m on m.id = i.family_member_id where i.person_id = $1
  union all
  select 'BARRED_CONTACT', b.id, b.case_id, 'risk', b.owner_agency_id, b.made_at, b.subject_category, false,
    json_build_object('name', b.name, 'type', b.why) from barred_contact b where b.person_id = $1
$$;
alter function private.held_by_families owner to throughline_rules;
