-- Sight follows what the person said, in the same transaction.
create or replace function consent_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_access(array(select distinct c.id from touched t join case_file c on c.person_id = t.person_id
    where t.kind = 'SHARING' and c.ended_on is null));
  return null;
end $$;
alter function consent_changed owner to throughline_rules;
create or replace trigger consent_said after insert on consent
  referencing new table as touched for each statement execute function consent_changed();
create or replace trigger consent_is_replaced after update on consent
  referencing new table as touched for each statement execute function consent_changed();
