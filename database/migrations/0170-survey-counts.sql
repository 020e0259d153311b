-- How each question of a survey was answered in each quarter, by each agency and (no agency) by all: kept with every reply, so that no page
-- counts replies. What is told moves only in steps of ten answers, so that nobody's answer is had by looking before and after it.
create table survey_count (
  survey_id uuid not null references survey,
  agency_id uuid references agency, -- null: the whole partnership
  quarter date not null check (quarter = date_trunc('quarter', quarter)::date),
  item text not null,
  answered int not null check (answered >= 0), yes int not null check (yes between 0 and answered),
  weighed int not null default 0, -- how many had answered when it was last weighed what may be told
  told_answered int, told_yes int, -- as they may be read; null: of too few
  check (told_yes is null or told_answered is not null)
);
create unique index survey_counts on survey_count (survey_id, agency_id, quarter, item) nulls not distinct;

with counted as (
  select r.survey_id, g.agency_id, date_trunc('quarter', r.month)::date as quarter, a.key as item, count(*)::int as answered,
    (count(*) filter (where a.value = 'YES'))::int as yes
  from survey_reply r, jsonb_each_text(r.answers) a, lateral (values (r.agency_id), (null)) as g (agency_id) group by 1, 2, 3, 4
)
insert into survey_count (survey_id, agency_id, quarter, item, answered, yes, weighed, told_answered, told_yes)
select survey_id, agency_id, quarter, item, answered, yes, answered, case when answered >= 10 then answered end,
  case when answered >= 10 and not (yes between 1 and 4 or answered - yes between 1 and 4) then yes end
from counted;
