-- Whether so many that were told may hold the few of others, where somebody knows so many of what came in themself. `later`: how many came
-- since, of which any may be theirs. Typing in more moves `known` and `later` alike, so that what was covered stays so.
create or replace function private.holds_few(told int, known int, later int, few int) returns boolean
language sql immutable set search_path = public, pg_catalog, pg_temp as $$ select told - known <= few and told - known + later >= 1 $$;
alter function private.holds_few owner to throughline_rules;
revoke all on function private.holds_few(int, int, int, int) from public;

-- How many answered each question in each quarter, and how many said yes. A coordinator reads the whole partnership, a manager their own
-- agency. Where fewer than ten answered nothing is counted out; where one to four said yes, or did not, which few is not told. Nor is it
-- of the whole where an agency's manager, who knows their own, would have the few of the others by taking one from the other; nor to
-- whoever typed in so many of the replies that few are left of others.
create or replace function survey_results(about_survey uuid)
returns table (item text, quarter date, answered int, yes int, is_covered boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  with typed as materialized ( -- by the reader
    select a.key as item, date_trunc('quarter', r.month)::date as quarter, count(*)::int as answered,
      (count(*) filter (where a.value = 'YES'))::int as yes
    from survey_reply r, jsonb_each_text(r.answers) a where r.survey_id = about_survey and r.entered_by = (select acting_user())
      and ((select is_coordinator()) or r.agency_id = (select acting_agency()))
    group by 1, 2
  )
  select c.item, c.quarter, c.told_answered, s.yes, s.yes is null
  from survey_count c left join typed t on t.item = c.item and t.quarter = c.quarter, lateral (select case when (c.agency_id is not null or not exists (
      select from survey_count o where o.survey_id = c.survey_id and o.quarter = c.quarter and o.item = c.item and o.agency_id is not null
        and o.told_yes is not null and (c.told_answered - o.told_answered between 1 and 9 or c.told_yes - o.told_yes between 1 and 4
          or (c.told_answered - c.told_yes) - (o.told_answered - o.told_yes) between 1 and 4)))
      and (t.answered is null or not (private.holds_few(c.told_answered, t.answered, c.answered - c.told_answered, 9)
        or private.holds_few(c.told_yes, t.yes, c.answered - c.told_answered, 4)
        or private.holds_few(c.told_answered - c.told_yes, t.answered - t.yes, c.answered - c.told_answered, 4)))
    then c.told_yes end as yes) s
  where c.survey_id = about_survey and case when (select is_coordinator()) then c.agency_id is null
    else (select is_manager()) and c.agency_id = (select acting_agency()) end
  order by c.item, c.quarter
$$;
alter function survey_results owner to throughline_rules;
grant execute on function survey_results(uuid) to throughline_app;
