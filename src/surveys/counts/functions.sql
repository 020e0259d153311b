-- Whether so many answers with so many times yes may be told: ten or more, and none or five of those who said yes and of those who did not.
create or replace function private.may_tell(answered int, yes int) returns boolean
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select answered >= 10 and not (yes between 1 and 4) and not (answered - yes between 1 and 4)
$$;
alter function private.may_tell owner to throughline_rules;
revoke all on function private.may_tell(int, int) from public;

-- What is told of a count is weighed when ten more have answered, and never in between: else one more answer that lets a number be told, or
-- not, says what it was. Once told, it moves on when those who came since may be told by themselves, since everybody can take what was told
-- before from what is told now. A count that shrank (replies went to another agency) is told anew.
create or replace function survey_count_told() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
declare shrank boolean := new.answered < new.told_answered or new.yes < new.told_yes;
begin
  if shrank or new.answered - new.weighed >= 10 then
    new.weighed := new.answered;
    if shrank or new.told_yes is null or private.may_tell(new.answered - new.told_answered, new.yes - new.told_yes) then
      new.told_answered := case when new.answered >= 10 then new.answered end;
      new.told_yes := case when private.may_tell(new.answered, new.yes) then new.yes end;
    end if;
  end if;
  return new;
end $$;
alter function survey_count_told owner to throughline_rules;
create or replace trigger survey_count_told before insert or update on survey_count for each row execute function survey_count_told();

-- Adds new replies to the counts, in the order of their key, so that two who reply at once wait for each other and never in a circle.
create or replace function survey_replies_counted() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into survey_count as c (survey_id, agency_id, quarter, item, answered, yes)
  select r.survey_id, g.agency_id, date_trunc('quarter', r.month)::date, a.key, sum(r.n)::int, coalesce(sum(r.n) filter (where a.value = 'YES'), 0)::int
  from ( -- replies that are alike are taken apart once: of many there are few kinds
    select x.survey_id, x.agency_id, x.month, x.answers, count(*) as n from added x group by 1, 2, 3, 4) r,
    jsonb_each_text(r.answers) a, lateral (values (r.agency_id), (null)) as g (agency_id)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (survey_id, agency_id, quarter, item) do update set answered = c.answered + excluded.answered, yes = c.yes + excluded.yes;
  return null;
end $$;
alter function survey_replies_counted owner to throughline_rules;
create or replace trigger survey_replies_counted after insert on survey_reply referencing new table as added
  for each statement execute function survey_replies_counted();

-- Replies that go to another agency when one merges into it: what the two agencies hold is counted anew, the whole stays.
create or replace function survey_replies_moved() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare moved uuid[] := array(select o.agency_id from was o union select n.agency_id from becomes n);
begin
  delete from survey_count c where c.agency_id = any(moved) and not exists (select from survey_reply r where r.survey_id = c.survey_id
    and r.agency_id = c.agency_id and date_trunc('quarter', r.month) = c.quarter and r.answers ? c.item);
  insert into survey_count as c (survey_id, agency_id, quarter, item, answered, yes)
  select r.survey_id, r.agency_id, date_trunc('quarter', r.month)::date, a.key, count(*)::int, (count(*) filter (where a.value = 'YES'))::int
  from survey_reply r, jsonb_each_text(r.answers) a where r.agency_id = any(moved) group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (survey_id, agency_id, quarter, item) do update set answered = excluded.answered, yes = excluded.yes;
  return null;
end $$;
alter function survey_replies_moved owner to throughline_rules;
create or replace trigger survey_replies_moved after update on survey_reply referencing old table as was new table as becomes
  for each statement execute function survey_replies_moved();
