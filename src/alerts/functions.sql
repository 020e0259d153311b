-- Tells workers of a case what happened. Definer, since it must know whose sight reaches the case: the app sees its own
-- rows of sight only. Those named on the case are told, or the one account, if they may see the part it belongs to.
create or replace function tell_workers(told_case uuid, field_group text, told_account uuid, name text, subject_id uuid,
  details jsonb, told_at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare told int;
begin
  if not exists (select from sight a where a.case_id = told_case and a.audience_id = any(acting_audiences()) and a.until >= current_date)
    and not exists (select from case_party p where p.case_id = told_case and p.agency_id = acting_agency()) then
    raise exception 'tell_workers: this agency does not work on the case' using errcode = '42501';
  end if;
  insert into alert (account_id, case_id, name, subject_id, agency_id, details, made_at)
  select w.id, told_case, $4, $5, acting_agency(), coalesce($6, '{}'), told_at
  from account w
  where w.disabled_at is null and w.id is distinct from acting_user() and (
    case when told_account is not null then w.id = told_account
    else w.id in (select p.account_id from case_party p where p.case_id = told_case and p.until_on is null) end)
    and exists (select from sight a where a.case_id = told_case and $2 = any(a.reads) and a.until >= current_date
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id))
      and not exists (select from access_bar b where b.account_id = w.id and b.person_id = a.person_id));
  get diagnostics told = row_count;
  return told;
end $$;
alter function tell_workers owner to throughline_rules;
grant execute on function tell_workers(uuid, text, uuid, text, uuid, jsonb, timestamptz) to throughline_app;

-- Tells colleagues of something that is about no case. Definer, since nobody writes an alert by hand; of one's own agency alone.
create or replace function tell_colleagues(accounts uuid[], name text, subject_id uuid, told_at timestamptz) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  insert into alert (account_id, name, subject_id, agency_id, details, made_at)
  select w.id, $2, $3, acting_agency(), '{}', told_at from account w
  where w.id = any(accounts) and w.agency_id = acting_agency() and w.disabled_at is null and w.id <> acting_user()
$$;
alter function tell_colleagues owner to throughline_rules;
grant execute on function tell_colleagues(uuid[], text, uuid, timestamptz) to throughline_app;
