-- Two records of one person that were joined are both about them.
create or replace function private.joined_people(person uuid) returns uuid[]
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select array(select p.id from person p where coalesce(p.merged_into_id, p.id) = (select coalesce(r.merged_into_id, r.id) from person r where r.id = $1))
$$;
alter function private.joined_people owner to throughline_rules;

-- Whether somebody may not be in touch with the person: a victim, whom a court named, or who is in a no-contact condition of the
-- licence. By name, loosely: a manager looks at each.
create or replace function private.is_barred_contact(person uuid, called text, reached_at text) returns boolean
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from barred_contact b where b.person_id = any(private.joined_people($1)) and b.ended_at is null
      and (similarity(b.name, called) >= 0.5 or (b.to_address <> '' and lower(b.to_address) = lower(reached_at))))
    or exists (select from licence_condition l where l.person_id = any(private.joined_people($1)) and l.code = 'NO_CONTACT'
      and l.ended_at is null and word_similarity(called, l.words) >= 0.7)
$$;
alter function private.is_barred_contact owner to throughline_rules;

-- Tells the managers of the case's agency that somebody has to be looked at.
create or replace function private.tell_family_blocked(m family_member) returns void
language sql volatile set search_path = public, pg_catalog, pg_temp as $$
  insert into alert (account_id, case_id, name, subject_id, made_at)
  select w.id, m.case_id, 'family.blocked', m.id, m.blocked_at from account w join case_file c on c.id = m.case_id
  where w.agency_id in (c.owner_agency_id, m.owner_agency_id) and 'MANAGER' = any(w.roles) and w.disabled_at is null
    and not exists (select from access_bar b where b.account_id = w.id and b.person_id = m.person_id)
$$;
alter function private.tell_family_blocked owner to throughline_rules;

create or replace function family_member_compared() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_when = 'BEFORE' then
    if private.is_barred_contact(new.person_id, new.name, new.to_address) then new.blocked_at := new.consented_at; end if;
    return new;
  end if;
  if new.blocked_at is not null then perform private.tell_family_blocked(new); end if;
  return null;
end $$;
alter function family_member_compared owner to throughline_rules;
create or replace trigger family_member_compared before insert on family_member for each row execute function family_member_compared();
create or replace trigger family_member_told after insert on family_member for each row execute function family_member_compared();

-- Somebody who joined before it was known that they must not be in touch is shut out, whatever was decided earlier.
create or replace function family_compared_again() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare m family_member;
begin
  for m in update family_member f set blocked_at = new.made_at, block_decision = null, block_decided_by = null, block_decided_at = null
      where f.person_id = any(private.joined_people(new.person_id)) and f.stopped_at is null
        and (f.blocked_at is null or f.block_decision = 'ALLOWED') and private.is_barred_contact(f.person_id, f.name, f.to_address) returning f.* loop
    perform private.tell_family_blocked(m);
  end loop;
  return null;
end $$;
alter function family_compared_again owner to throughline_rules;
create or replace trigger family_compared_again after insert on barred_contact for each row execute function family_compared_again();
create or replace trigger family_compared_again after insert on licence_condition
  for each row when (new.code = 'NO_CONTACT') execute function family_compared_again();

-- Whether the pages of somebody are open: nobody stopped, nothing stands against them, the case is open and the person lives.
create or replace function is_open_to_family(member uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from family_member m join case_file c on c.id = m.case_id where m.id = member and m.stopped_at is null
    and (m.blocked_at is null or m.block_decision = 'ALLOWED') and c.ended_on is null and not has_died(m.person_id));
end $$;
alter function is_open_to_family owner to throughline_rules;
grant execute on function is_open_to_family(uuid) to throughline_app;

-- The answer of the person, asked alone, is what shows the date or hides it. The reason stays in the check.
create or replace function family_check_counts() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update family_member set date_cleared_at = case when new.outcome = 'SHOW' then new.made_at end where id = new.family_member_id;
  return null;
end $$;
alter function family_check_counts owner to throughline_rules;
create or replace trigger family_check_counts after insert on family_check for each row execute function family_check_counts();

-- Who waits for a manager: theirs to see also where the agreement shows them no family, and nothing else of it.
create or replace function blocked_family() returns table (id uuid, case_id uuid, person_id uuid, name text, relation text, person_name text, blocked_at timestamptz)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query select m.id, m.case_id, m.person_id, m.name, m.relation, coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, m.blocked_at
  from family_member m join case_file c on c.id = m.case_id join person p on p.id = m.person_id
  where m.blocked_at is not null and m.block_decision is null and m.stopped_at is null and c.ended_on is null and is_manager()
    and acting_agency() in (c.owner_agency_id, m.owner_agency_id) and m.person_id <> all(people_closed())
  order by m.blocked_at limit 200;
end $$;
alter function blocked_family owner to throughline_rules;
grant execute on function blocked_family() to throughline_app;

-- A manager lets somebody in who looked like one who may not be in touch, or keeps them out.
create or replace function decide_family_block(member uuid, decision text, at timestamptz) returns table (case_id uuid, person_id uuid)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query update family_member m set block_decision = $2, block_decided_by = acting_user(), block_decided_at = at
  from case_file c where m.id = member and c.id = m.case_id and m.blocked_at is not null and is_manager()
    and acting_agency() in (c.owner_agency_id, m.owner_agency_id) and m.person_id <> all(people_closed())
  returning m.case_id, m.person_id;
end $$;
alter function decide_family_block owner to throughline_rules;
grant execute on function decide_family_block(uuid, text, timestamptz) to throughline_app;

-- After a death nothing more reaches the family from here: their pages close, and mail that waits is taken back. People speak to them.
create or replace function family_after_death() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update mail set ended_at = new.entered_at where sent_at is null and ended_at is null and family_member_id in (
    select id from family_member where person_id = any(private.joined_people(new.person_id)));
  return null;
end $$;
alter function family_after_death owner to throughline_rules;
create or replace trigger family_after_death after insert on movement
  for each row when (new.kind = 'DEATH') execute function family_after_death();

-- Somebody who is back in prison is asked once more before another date of release is shown: why they came back may lie in the family.
create or replace function family_asked_again() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update family_member set date_cleared_at = null
  where person_id = any(private.joined_people(new.person_id)) and date_cleared_at is not null;
  return null;
end $$;
alter function family_asked_again owner to throughline_rules;
create or replace trigger family_asked_again after insert on movement
  for each row when (new.kind = 'RECALL') execute function family_asked_again();

-- Makes the change that a row says, and keeps what was. A date that is taken away is asked about alone once more before it is shown again.
create or replace function family_shares_count() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  select m.shares into new.was from family_member m where m.id = new.family_member_id for update;
  update family_member m set shares = new.shares,
    date_cleared_at = case when 'RELEASE_DATE' = any(new.shares) then m.date_cleared_at end where m.id = new.family_member_id;
  return new;
end $$;
alter function family_shares_count owner to throughline_rules;
create or replace trigger family_shares_count before insert on family_share_change for each row execute function family_shares_count();
