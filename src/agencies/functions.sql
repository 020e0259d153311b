-- Whether it is the program itself that acts: the command line and jobs. Its identity is signed like everybody's.
create or replace function is_system() returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select acting_user() = '00000000-0000-7000-8000-000000000001'
$$;
create or replace function is_coordinator() returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account where id = acting_user() and 'COORDINATOR' = any(roles) and disabled_at is null)
$$;
create or replace function is_administrator() returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account where id = acting_user() and 'ADMINISTRATOR' = any(roles) and disabled_at is null)
$$;
create or replace function is_manager() returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account where id = acting_user() and 'MANAGER' = any(roles) and disabled_at is null)
$$;
alter function is_manager owner to throughline_rules;
alter function is_coordinator owner to throughline_rules;
alter function is_administrator owner to throughline_rules;
grant execute on function is_system(), is_coordinator(), is_administrator(), is_manager() to throughline_app, throughline_rules, portal_mentor; -- triggers ask, on what a mentor keeps of themself too

-- A column grant cannot tell one's own row from another's: nobody gives themself a role, and only a coordinator makes one.
create or replace function account_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare
  was text[] := case when tg_op = 'UPDATE' then old.roles else '{}' end;
  may_administer boolean := is_coordinator() or (is_administrator() and new.agency_id = acting_agency());
begin
  if acting_user() is null then return new; end if; -- the schema's owner: migrations, the demonstration, the first account
  if is_system() and current_user = 'throughline_rules' then return new; end if; -- a reorganisation that two people decided
  if tg_op = 'UPDATE' and not may_administer
    and (new.roles, new.email, new.disabled_at) is distinct from (old.roles, old.email, old.disabled_at) then
    raise exception 'account_guarded: only an administrator changes roles, address or access' using errcode = '42501';
  end if;
  if '{COORDINATOR,AUDITOR}' && (new.roles || was) and not is_coordinator() and (tg_op = 'INSERT'
    or (new.roles, new.email, new.disabled_at) is distinct from (old.roles, old.email, old.disabled_at)) then
    raise exception 'account_guarded: only a coordinator makes, changes or shuts out a coordinator or an auditor' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger account_is_guarded before insert or update on account
  for each row execute function account_guarded();
