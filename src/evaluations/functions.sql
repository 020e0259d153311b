-- What was planned is fixed once it has begun: else the question could be chosen when the answer is known. Ends are written once.
create or replace function evaluation_stays_planned() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if old.began_at is not null and (new.about, new.title, new.question, new.design, new.measures, new.share_without, new.share_with, new.power,
      new.ratio, new.from_on, new.until_on, new.led_by, new.approval, new.began_at, new.began_by)
    is distinct from (old.about, old.title, old.question, old.design, old.measures, old.share_without, old.share_with, old.power,
      old.ratio, old.from_on, old.until_on, old.led_by, old.approval, old.began_at, old.began_by)
    or old.reported_at is not null and (new.reported_at, new.reported_by) is distinct from (old.reported_at, old.reported_by)
    or old.stopped_at is not null and (new.stopped_at, new.stopped_by, new.stopped_reason)
      is distinct from (old.stopped_at, old.stopped_by, old.stopped_reason)
  then raise exception 'an evaluation that has begun stays as it was planned' using errcode = 'check_violation';
  end if;
  if new.began_by is distinct from old.began_by and new.began_by <> acting_user()
    or new.reported_by is distinct from old.reported_by and new.reported_by <> acting_user()
    or new.stopped_by is distinct from old.stopped_by and new.stopped_by <> acting_user()
  then raise exception 'an evaluation is begun, reported and stopped in one''s own name' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger evaluation_stays_planned before update on evaluation for each row execute function evaluation_stays_planned();
