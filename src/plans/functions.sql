-- A step hangs together with its own case alone: its goal and what it waits for are of that case, and no step waits for itself, through
-- however many others. With the rights of whoever writes: who may write in a plan sees all of it. The lock makes two writers who tie
-- the two halves of a circle wait for each other.
create or replace function step_fits_plan() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.goal_id is not null and not exists (select from goal g where g.id = new.goal_id and g.case_id = new.case_id) then
    raise exception 'step: its goal is of another case' using errcode = '23514', constraint = 'step_goal_of_case';
  end if;
  if new.waits_for = '{}' then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.case_id::text, 36));
  if (select count(*) from step s where s.id = any(new.waits_for) and s.case_id = new.case_id) < cardinality(new.waits_for) then
    raise exception 'step: it waits for a step of another case' using errcode = '23514', constraint = 'step_waits_in_case';
  end if;
  if exists (
    with recursive before as (
      select unnest(new.waits_for) as id
      union select unnest(s.waits_for) from before join step s on s.id = before.id
    ) select from before where id = new.id) then
    raise exception 'step: it waits for itself' using errcode = '23514', constraint = 'step_waits_in_circle';
  end if;
  return new;
end $$;
create or replace trigger step_fits_plan before insert or update of goal_id, waits_for, case_id on step for each row execute function step_fits_plan();
