-- Of everybody whom the reader sees with their custody what the rules of a programme ask, and (`with_needs`) the needs where they see those too;
-- whether `words` are of their name or prison number.
-- Sight is asked once, from its index alone; the policies ask it again for each row, and do so about the people of a page.
create or replace function people_to_judge(words text, with_needs boolean) returns table (case_id uuid, person_id uuid, release_on date,
  agency_id uuid, wing text, born_on date, pathway_statuses jsonb, is_asked_for boolean)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp set work_mem = '32MB' as $$
#variable_conflict use_column
declare
  eyes uuid[] := acting_audiences();
  closed uuid[] := people_closed();
  likely text := '%' || regexp_replace(lower(words), '([%_\\])', '\\\1', 'g') || '%';
begin
  -- "is true" keeps each part of sight a set in memory: joined, it is looked up person by person
  return query select s.case_id, s.person_id, s.release_on, s.agency_id, s.wing, s.born_on, case when with_needs and s.case_id in (
      select a.case_id from sight a where a.audience_id = any(eyes) and 'needs' = any(a.reads) and a.until >= current_date and a.person_id <> all(closed))
    then s.pathway_statuses end,
    words = '' or s.sort_name like likely or lower(s.shown_name) like likely or coalesce(s.prison_number = upper(words), false)
  from case_summary s where s.is_open and s.died_on is null
    and (s.case_id in (select a.case_id from sight a
      where a.audience_id = any(eyes) and 'identity' = any(a.reads) and a.until >= current_date and a.person_id <> all(closed))) is true
    and (s.case_id in (select a.case_id from sight a
      where a.audience_id = any(eyes) and 'custody' = any(a.reads) and a.until >= current_date and a.person_id <> all(closed))) is true;
end $$;
alter function people_to_judge owner to throughline_rules;
grant execute on function people_to_judge(text, boolean) to throughline_app;
