-- Whether the actor keeps the agency's funds.
create or replace function is_treasurer() returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from account where id = acting_user() and 'TREASURER' = any(roles) and disabled_at is null)
$$;
alter function is_treasurer owner to throughline_rules;
grant execute on function is_treasurer() to throughline_app, throughline_rules;

-- What a column grant cannot tell apart: who decides, in their own name, and who pays. That nobody decides on their own claim is a
-- check of the table.
create or replace function expense_claim_guarded() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare actor uuid := acting_user();
begin
  if actor is null then return new; end if;
  if new.withdrawn_at is distinct from old.withdrawn_at and (old.claimant_id <> actor or old.decision is not null) then
    raise exception 'expense_claim_guarded: one''s own, while it waits' using errcode = '42501';
  end if;
  if (new.decision, new.decided_by) is distinct from (old.decision, old.decided_by)
      and (old.decision is not null or new.decided_by <> actor or old.withdrawn_at is not null or not (is_manager() or is_treasurer())) then
    raise exception 'expense_claim_guarded: not one''s own, once' using errcode = '42501';
  end if;
  if (new.batch_id, new.paid_on) is distinct from (old.batch_id, old.paid_on) and not is_treasurer() then
    raise exception 'expense_claim_guarded: a treasurer pays' using errcode = '42501';
  end if;
  return new;
end $$;
alter function expense_claim_guarded owner to throughline_rules;
create or replace trigger expense_claim_is_guarded before update on expense_claim for each row execute function expense_claim_guarded();
