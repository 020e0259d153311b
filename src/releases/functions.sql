-- The open cases near release whose custody part the acting account sees: those that end from one day to another, and those of its own
-- agency whose date has passed or is missing. It applies the rule of sight itself, case by case, where the plan of the policies reads all
-- that a large prison sees, three times for each page; it gives what they give (sight.test.ts). What belongs to other parts of a case is
-- left out for whoever does not see them.
create or replace function cases_near_release(from_day date, until_day date, with_pathways boolean) returns table (
  case_id uuid, agency_id uuid, release_on date, release_known_at timestamptz, wing text, key_worker_id uuid, key_worker_name text,
  community_manager_id uuid, needs_interpreter text, lacks_first_night boolean, sort_name text, shown_name text, prison_number text,
  pathway_statuses jsonb, undone_count int, late_count int, last_contact_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  own uuid := acting_agency(); eyes uuid[] := acting_audiences(); closed uuid[] := people_closed();
  many_cases constant int := 1000; -- who sees fewer begins at them, who sees more at the dates: both cost less than the other way round
  few uuid[] := array(select a.case_id from access a
    where a.audience_id = any(eyes) and a.field_group = 'custody' and a.until >= current_date limit many_cases);
begin
  return query
  with mine as (
    select s.* from case_summary s where cardinality(few) < many_cases and s.case_id = any(few)
    union all
    select s.* from case_summary s where cardinality(few) = many_cases and s.is_open
      and (s.release_on between from_day and until_day or s.agency_id = own and (s.release_on is null or s.release_on < from_day))
      and (select true from access a where a.audience_id = any(eyes) and a.field_group = 'custody' and a.case_id = s.case_id
        and a.until >= current_date limit 1)
  )
  select s.case_id, s.agency_id, s.release_on, s.release_known_at, s.wing, s.key_worker_id, s.key_worker_name, s.community_manager_id,
    s.needs_interpreter, not s.has_first_night and (select true from access a where a.audience_id = any(eyes) and a.field_group = 'contact'
      and a.case_id = s.case_id and a.until >= current_date limit 1),
    s.sort_name, s.shown_name, s.prison_number, case when with_pathways and (select true from access a where a.audience_id = any(eyes)
      and a.field_group = 'needs' and a.case_id = s.case_id and a.until >= current_date limit 1) then s.pathway_statuses end,
    s.undone_count, s.late_count, s.last_contact_at
  from mine s
  where s.is_open and s.died_on is null and s.person_id <> all(closed)
    and (s.release_on between from_day and until_day or s.agency_id = own and (s.release_on is null or s.release_on < from_day))
    and (select true from access a where a.audience_id = any(eyes) and a.field_group = 'identity' and a.case_id = s.case_id
      and a.until >= current_date limit 1);
end $$;
alter function cases_near_release owner to throughline_rules;
grant execute on function cases_near_release(date, date, boolean) to throughline_app;
