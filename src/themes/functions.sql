-- Themes of the acting account: its agency leads them or takes part, and it works with people. Asked by every policy here, which
-- would otherwise ask each other.
create or replace function themes_of_mine() returns uuid[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare mine uuid := acting_agency();
begin
  if cardinality(acting_audiences()) = 0 then return '{}'; end if;
  return array(select t.id from theme t where t.lead_agency_id = mine
    union select x.theme_id from theme_agency x where x.agency_id = mine and x.left_at is null);
end $$;
alter function themes_of_mine owner to throughline_rules;
grant execute on function themes_of_mine() to throughline_app;
