-- A mentor who once was the person: their record is closed to them, and to every colleague who is not named on an open case of theirs.
create or replace function private.bar_colleagues(mentor_of uuid, person uuid, only_account uuid) returns void
language sql volatile set search_path = public, pg_catalog, pg_temp as $$
  insert into access_bar (account_id, person_id, reason, kind, made_by, made_at)
  select w.id, person, '', case when w.id = m.account_id then 'ONCE_THIS_PERSON' else 'COLLEAGUE' end, acting_user(), now()
  from mentor m join account w on w.agency_id = m.agency_id
  where m.id = mentor_of and (only_account is null or w.id = only_account) and (w.id = m.account_id or not exists (
    select from case_party p join case_file c on c.id = p.case_id
    where c.person_id = person and c.ended_on is null and p.account_id = w.id and p.until_on is null))
  on conflict do nothing;
  select recompute_sight(array(select id from case_file where person_id = person and ended_on is null));
$$;
alter function private.bar_colleagues owner to throughline_rules;
revoke all on function private.bar_colleagues(uuid, uuid, uuid) from public;

-- By numbers, or by name and date of birth. For managers alone: it takes the record from a whole agency, and a mentor who could say that
-- they once were anybody would leave that person without their workers. Says nothing: whether there is such a record is what colleagues must not learn.
create or replace function close_own_record(mentor_of uuid, numbers text[], given text, family text, born date, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m mentor := (select x from mentor x where x.id = mentor_of); found uuid[];
begin
  if m.id is null or not (is_manager() and runs_mentoring() and m.agency_id = acting_agency()) then
    raise exception 'close_own_record: not for this account' using errcode = '42501';
  end if;
  select array_agg(p.id) into found from person p where coalesce(p.merged_into_id, p.id) in (
    select coalesce(q.merged_into_id, q.id) from person q
    where q.id in (select i.person_id from person_identifier i where i.value = any(numbers))
      or (family <> '' and q.born_on = born and lower(q.given_name) = lower(given) and lower(q.family_name) = lower(family)));
  if found is null then return; end if;
  insert into own_record (mentor_id, person_id, closed_at, closed_by, owner_agency_id, sensitivity)
  select m.id, f, at, acting_user(), m.agency_id, 'RESTRICTED' from unnest(found) f on conflict do nothing;
  perform private.bar_colleagues(m.id, f, null) from unnest(found) f;
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', found, '{identity}', 'web', at, jsonb_build_object('ownRecordOf', m.id));
end $$;
alter function close_own_record owner to throughline_rules;
revoke execute on function close_own_record(uuid, text[], text, text, date, timestamptz) from portal_mentor; -- of an older release
grant execute on function close_own_record(uuid, text[], text, text, date, timestamptz) to throughline_app;

-- It was somebody else's: within a day whoever closed a record opens it again. Later it takes a hand in the database, so that no colleague
-- opens it to look. Says nothing either.
create or replace function reopen_own_record(mentor_of uuid, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m mentor := (select x from mentor x where x.id = mentor_of); opened uuid[];
begin
  if m.id is null or not (is_manager() and m.agency_id = acting_agency()) then
    raise exception 'reopen_own_record: not for this account' using errcode = '42501';
  end if;
  with gone as (delete from own_record where mentor_id = m.id and closed_by = acting_user() and closed_at > at - interval '1 day' returning person_id)
  select array_agg(person_id) into opened from gone;
  if opened is null then return; end if;
  delete from access_bar b using account w where w.id = b.account_id and w.agency_id = m.agency_id and b.person_id = any(opened)
    and (b.kind = 'COLLEAGUE' or (b.kind = 'ONCE_THIS_PERSON' and b.account_id = m.account_id and b.made_by = acting_user()))
    and not exists (select from own_record o where o.person_id = b.person_id and o.owner_agency_id = m.agency_id);
  perform recompute_sight(array(select id from case_file where person_id = any(opened) and ended_on is null));
  insert into audit (account_id, agency_id, action, person_ids, field_groups, channel, happened_at, details)
  values (acting_user(), acting_agency(), 'admin', opened, '{identity}', 'web', at, jsonb_build_object('notOwnRecordOf', m.id));
end $$;
alter function reopen_own_record owner to throughline_rules;
grant execute on function reopen_own_record(uuid, timestamptz) to throughline_app;

-- Whoever joins the agency later is a colleague too, and so is the mentor once they sign in.
create or replace function own_records_stay_closed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'account' then
    perform private.bar_colleagues(m.id, o.person_id, new.id) from mentor m join own_record o on o.mentor_id = m.id where m.agency_id = new.agency_id;
  else
    delete from access_bar b using own_record o where o.mentor_id = new.id and b.account_id = new.account_id and b.person_id = o.person_id and b.kind = 'COLLEAGUE';
    perform private.bar_colleagues(new.id, o.person_id, new.account_id) from own_record o where o.mentor_id = new.id;
  end if;
  return null;
end $$;
alter function own_records_stay_closed owner to throughline_rules;
create or replace trigger own_records_stay_closed after insert or update of agency_id on account for each row execute function own_records_stay_closed();
create or replace trigger own_records_stay_closed after update of account_id on mentor
  for each row when (new.account_id is not null) execute function own_records_stay_closed();
