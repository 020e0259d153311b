-- What follows the password of an account: asked before anybody is signed in.
create or replace function sign_in_rules(account uuid) returns table (has_code boolean, has_passkey boolean, is_required boolean, is_password_off boolean)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from one_time_secret s where s.account_id = account and s.confirmed_at is not null),
    exists (select from passkey p where p.account_id = account),
    exists (select from account a join agency_sign_in r on r.agency_id = a.agency_id where a.id = account and r.second_step_since is not null),
    -- Whoever keeps the agency's provider, and whom it does not let in, go on with a password: else nobody could mend it.
    exists (select from account a join agency_sign_in r on r.agency_id = a.agency_id
      where a.id = account and r.is_password_off and not a.roles && '{ADMINISTRATOR,COORDINATOR,AUDITOR}')
$$;
alter function sign_in_rules owner to throughline_rules;
grant execute on function sign_in_rules(uuid) to throughline_app;
create or replace function count_without_second_step() returns int
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select count(*)::int from account a
  where a.agency_id = acting_agency() and (is_administrator() or is_coordinator()) and a.disabled_at is null and not a.is_integration
    and not exists (select from one_time_secret s where s.account_id = a.id and s.confirmed_at is not null)
    and not exists (select from passkey p where p.account_id = a.id)
$$;
alter function count_without_second_step owner to throughline_rules;
grant execute on function count_without_second_step() to throughline_app;
