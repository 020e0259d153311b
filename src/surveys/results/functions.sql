-- How many answered each question in each quarter, and how many said yes. A coordinator reads the whole partnership, a manager their own
-- agency. Where fewer than ten answered nothing is counted out; where one to four said yes, or did not, which few is not told. Nor is it
-- of the whole where an agency's manager, who knows their own, would have the few of the others by taking one from the other.
create or replace function survey_results(about_survey uuid)
returns table (item text, quarter date, answered int, yes int, is_covered boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select c.item, c.quarter, c.told_answered, s.yes, s.yes is null
  from survey_count c, lateral (select case when c.agency_id is not null or not exists (
      select from survey_count o where o.survey_id = c.survey_id and o.quarter = c.quarter and o.item = c.item and o.agency_id is not null
        and o.told_yes is not null and (c.told_answered - o.told_answered between 1 and 9 or c.told_yes - o.told_yes between 1 and 4
          or (c.told_answered - c.told_yes) - (o.told_answered - o.told_yes) between 1 and 4)) then c.told_yes end as yes) s
  where c.survey_id = about_survey and case when (select is_coordinator()) then c.agency_id is null
    else (select is_manager()) and c.agency_id = (select acting_agency()) end
  order by c.item, c.quarter
$$;
alter function survey_results owner to throughline_rules;
grant execute on function survey_results(uuid) to throughline_app;
