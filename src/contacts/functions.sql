-- Which police hold intelligence about the person of a case: that there is some shows to those who see risk, what it says to nobody here.
create or replace function intelligence_holders(about_case uuid) returns table (agency_name text, agency_phone text)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not exists (select from access a where a.case_id = about_case and a.field_group = 'risk'
      and a.audience_id = any(acting_audiences()) and a.until >= current_date and a.person_id <> all(people_closed())) then
    return;
  end if;
  return query
  select distinct y.name, y.phone from note n join agency y on y.id = n.owner_agency_id
  where n.case_id = about_case and n.field_group = 'intelligence' and n.withdrawn_at is null order by 1;
end $$;
alter function intelligence_holders owner to throughline_rules;
grant execute on function intelligence_holders(uuid) to throughline_app;
