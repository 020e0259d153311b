-- A later answer replaces the one before, whoever wrote that down. It is done here, so that nobody can take an answer away without
-- saying what the person said instead, and before sight moves, so that the writer still has theirs.
create or replace function consent_replaces() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update consent c set replaced_at = new.recorded_at where c.person_id = new.person_id and c.agency_id = new.agency_id
    and c.kind = new.kind and c.purpose = new.purpose and c.replaced_at is null;
  return new;
end $$;
alter function consent_replaces owner to throughline_rules;
create or replace trigger consent_is_replaced before insert on consent for each row execute function consent_replaces();

-- Sight follows what the person said, in the same transaction.
create or replace function consent_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_sight(array(select distinct c.id from touched t join case_file c on c.person_id = t.person_id
    where t.kind = 'SHARING' and c.ended_on is null));
  return null;
end $$;
alter function consent_changed owner to throughline_rules;
create or replace trigger consent_said after insert on consent
  referencing new table as touched for each statement execute function consent_changed();
