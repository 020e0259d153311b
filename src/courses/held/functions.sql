-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_courses(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'COURSE_PLACE', p.id, p.case_id, 'referrals', p.owner_agency_id, coalesce(p.enrolled_at, p.waits_since::timestamptz), p.subject_category, true,
    json_build_object('name', c.name, 'day', p.waits_since, 'result', p.left_how) from course_place p join course c on c.id = p.course_id where p.person_id = $1
  union all
  select 'COURSE_MARK', m.place_id, m.case_id, 'mentoring', m.owner_agency_id, m.marked_at, m.subject_category, false,
    json_build_object('name', c.name, 'number', s.number, 'result', m.mark, 'words', m.why)
  from course_mark m join course_session s on s.id = m.session_id join course c on c.id = s.course_id where m.person_id = $1
  union all
  select 'COURSE_ENTRY', e.id, e.case_id, 'mentoring', e.owner_agency_id, e.made_at, e.subject_category, false,
    json_build_object('type', e.kind, 'result', nullif(e.code, ''), 'day', e.happened_on, 'words', e.words) from course_entry e where e.person_id = $1
  union all
  select 'COURSE_MEASURE', m.place_id, m.case_id, 'mentoring', m.owner_agency_id, m.made_at, m.subject_category, false,
    json_build_object('type', m.moment, 'day', m.answered_on, 'words', m.answers::text) from course_measure m where m.person_id = $1
  union all
  select 'GROUP_CAUTION', k.id, k.case_id, 'risk', k.owner_agency_id, k.made_at, k.subject_category, false,
    json_build_object('type', k.kind, 'words', k.words) from group_caution k where k.person_id = $1
  union all
  select 'COURSE_CLEARANCE', d.id, d.case_id, 'risk', d.owner_agency_id, d.decided_at, d.subject_category, false,
    json_build_object('name', c.name, 'result', case when d.is_allowed then 'MAY' else 'MAY_NOT' end)
  from course_clearance d join course_place p on p.id = d.place_id join course c on c.id = p.course_id where d.person_id = $1
  union all -- a register from a wing that waits for its author: this person's line of it
  select 'UNFILED_REGISTER', u.id, p.case_id, 'mentoring', u.owner_agency_id, u.written_at, u.subject_category, false,
    json_build_object('name', c.name, 'number', s.number, 'result', u.said ->> ('mark-' || p.id), 'words', u.said ->> ('why-' || p.id))
  from course_place p join unfiled_register u on u.settled_at is null and u.said ? ('place-' || p.id)
  join course c on c.id = p.course_id left join course_session s on s.id = u.session_id where p.person_id = $1
$$;
alter function private.held_by_courses owner to throughline_rules;
