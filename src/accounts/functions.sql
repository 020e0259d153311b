-- Every night: which agencies have somebody whose first day came or whose last day is over; then, agency by agency, it is done.
create or replace function agencies_with_due_terms(today date) returns table (agency_id uuid)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select distinct a.agency_id from account_term t join account a on a.id = t.account_id
  where is_system() and ((t.is_waiting and t.starts_on <= today) or (t.leaves_on < today and not t.is_over));
end $$;
create or replace function tend_account_terms(today date, at timestamptz) returns table (account_id uuid, happened text)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_system() then raise exception 'tend_account_terms: for the system alone' using errcode = '42501'; end if;
  update account_term t set is_waiting = false from account a
  where a.id = t.account_id and a.agency_id = acting_agency() and t.is_waiting and t.leaves_on < today;
  return query
  with begun as (
    update account_term t set is_waiting = false from account a
    where a.id = t.account_id and a.agency_id = acting_agency() and t.is_waiting and t.starts_on <= today
    returning t.account_id),
  opened as (
    update account a set disabled_at = null, invited_at = at, version = version + 1 from begun where a.id = begun.account_id returning a.id)
  select id, 'begun' from opened;
  return query
  with over as (
    update account_term t set is_over = true from account a
    where a.id = t.account_id and a.agency_id = acting_agency() and t.leaves_on < today and not t.is_over returning t.account_id),
  left_us as (
    update account a set disabled_at = at, version = version + 1 from over
    where a.id = over.account_id and a.disabled_at is null returning a.id)
  select id, 'left' from left_us;
end $$;
alter function agencies_with_due_terms owner to throughline_rules;
alter function tend_account_terms owner to throughline_rules;
grant execute on function agencies_with_due_terms(date), tend_account_terms(date, timestamptz) to throughline_app;
