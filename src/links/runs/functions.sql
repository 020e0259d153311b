-- How many records there are to compare. For the system: a count of everybody is nobody's to see.
create or replace function count_people_to_link() returns int
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not is_system() then raise exception 'count_people_to_link: for the system' using errcode = '42501'; end if;
  return (select count(*) from person where merged_into_id is null);
end $$;
alter function count_people_to_link owner to throughline_rules;
grant execute on function count_people_to_link() to throughline_app;

-- Says to the open page of links that its run came further, and nothing else.
create or replace function link_run_moved() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_notify('case', new.id::text);
  return null;
end $$;
create or replace trigger link_run_moved after update on link_run for each row execute function link_run_moved();
