-- How many answered each question in each quarter, and how many said yes. A coordinator reads the whole partnership, a manager their own
-- agency. Where fewer than ten answered nothing is counted out; where one to four said yes, or did not, which few is not told.
create or replace function survey_results(about_survey uuid)
returns table (item text, quarter date, answered int, yes int, is_covered boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select c.item, c.quarter, case when c.n >= 10 then c.n end,
    case when c.n >= 10 and not (c.yes between 1 and 4 or c.n - c.yes between 1 and 4) then c.yes end,
    c.n < 10 or c.yes between 1 and 4 or c.n - c.yes between 1 and 4
  from (
    select a.key as item, date_trunc('quarter', r.month)::date as quarter, sum(r.n)::int as n,
      coalesce(sum(r.n) filter (where a.value = 'YES'), 0)::int as yes
    from ( -- replies that are alike are taken apart once: of many there are few kinds
      select r.month, r.answers, count(*) as n from survey_reply r
      where r.survey_id = about_survey and ((select is_coordinator()) or (select is_manager()) and r.agency_id = (select acting_agency()))
      group by 1, 2) r, jsonb_each_text(r.answers) a
    group by 1, 2) c
  order by c.item, c.quarter
$$;
alter function survey_results owner to throughline_rules;
grant execute on function survey_results(uuid) to throughline_app;
