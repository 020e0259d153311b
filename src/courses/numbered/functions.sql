-- The number of somebody's line in the register, given when they come into the group. Counted over all, also those whom whoever takes them in
-- does not see: a number is given once.
create or replace function number_in_the_group() returns trigger
language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.course_id::text, 146));
  new.number := (select coalesce(max(p.number), 0) + 1 from course_place p where p.course_id = new.course_id);
  return new;
end $$;
alter function number_in_the_group owner to throughline_rules;
create or replace trigger number_in_the_group before insert or update of enrolled_at on course_place
  for each row when (new.enrolled_at is not null and new.number is null) execute function number_in_the_group();
