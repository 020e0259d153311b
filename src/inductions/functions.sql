-- Whoever is received gets the series of that prison, whichever way the reception was told: by screen, list or system. A list that names
-- somebody who has been inside for long begins nothing.
create or replace function induction_begun() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into induction (case_id, person_id, stay_id, session_id, agency_id, due_on, owner_agency_id)
  select c.id, k.person_id, k.id, s.id, k.agency_id, k.received_on + s.after_days, k.agency_id
  from touched k join induction_session s on s.agency_id = k.agency_id and s.ended_at is null
  join lateral (select id from case_file where person_id = k.person_id and ended_on is null order by made_at desc limit 1) c on true
  where k.left_on is null and k.received_on >= (k.known_at at time zone 'Europe/London')::date - 14
  on conflict (stay_id, session_id) do nothing;
  return null;
end $$;
alter function induction_begun owner to throughline_rules;
create or replace trigger induction_begun after insert on custody
  referencing new table as touched for each statement execute function induction_begun();
create or replace trigger induction_begun_later after update on custody
  referencing new table as touched for each statement execute function induction_begun();

-- Nobody who has left is asked after: what was not answered lapses, and comes back when the leaving was a mistake.
create or replace function induction_lapsed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update induction set lapsed_on = new.left_on where stay_id = new.id and (outcome is null or outcome = 'MISSED');
  return null;
end $$;
alter function induction_lapsed owner to throughline_rules;
create or replace trigger induction_lapsed after update of left_on on custody
  for each row when (new.left_on is distinct from old.left_on) execute function induction_lapsed();
