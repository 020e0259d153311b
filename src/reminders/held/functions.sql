-- What this capability holds about a person, for a copy that they ask for (src/subject-access). Run by that function alone.
create or replace function private.held_by_reminders(person uuid) returns setof held_item
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select 'REMINDER_CHOICE', c.person_id, null::uuid, 'contact', c.owner_agency_id, c.kept_at, c.subject_category, false,
    json_build_object('how', c.way, 'phone', c.to_address, 'languages', c.locale) from reminder_choice c where c.person_id = $1
  union all
  select 'REMINDER', r.id, r.case_id, 'plan', r.owner_agency_id, r.made_at, r.subject_category, false,
    json_build_object('how', r.way) from reminder r where r.person_id = $1
$$;
alter function private.held_by_reminders owner to throughline_rules;
