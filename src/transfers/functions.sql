-- What is unfinished on a case, in codes and days: whoever is asked to take it over may know how much there is to do, and not what
-- anybody wrote. What is marked sensitive or came from a restricted answer is left out.
create or replace function open_work_of(about_case uuid) returns jsonb
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(w) order by w.kind, w."dueOn" nulls last, w.pathway), '[]') from (
    (select 'NEED' as kind, n.pathway, n.status, n.needed_by_on as "dueOn" from need n
      where n.case_id = about_case and n.status in ('NOT_STARTED', 'IN_PROGRESS') and n.sensitivity = 'STANDARD' and not n.is_restricted
      order by n.raised_at limit 200)
    union all
    (select 'REFERRAL', r.pathway, r.status, r.needed_by_on from referral r
      where r.case_id = about_case and r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED') and r.sensitivity = 'STANDARD'
      order by r.sent_at limit 200)
    union all
    (select 'STEP', t.pathway, t.status, t.due_on from step t
      where t.case_id = about_case and t.closed_at is null and t.sensitivity = 'STANDARD' order by t.made_at limit 200)) as w
$$;
alter function open_work_of owner to throughline_rules;

-- The list is the database's: nobody can send one of their own.
create or replace function transfer_is_listed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  new.open_work := open_work_of(new.case_id);
  return new;
end $$;
alter function transfer_is_listed owner to throughline_rules;
create or replace trigger transfer_is_listed before insert on case_transfer for each row execute function transfer_is_listed();

-- Whoever is asked is let in as anybody is who is asked, and goes out again with the answer.
create or replace function transfer_proposed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into case_party (case_id, agency_id, relationship, since_on, cause_id, owner_agency_id)
  select a.case_id, a.to_agency_id, 'REFERRED', (a.proposed_at at time zone 'Europe/London')::date, a.id, a.from_agency_id from added a;
  return null;
end $$;
alter function transfer_proposed owner to throughline_rules;
create or replace trigger transfer_proposed after insert on case_transfer
  referencing new table as added for each statement execute function transfer_proposed();

-- Which end may make which move; and with a yes the case changes hands, all of it or nothing.
create or replace function transfer_answered() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare actor uuid := acting_agency();
begin
  if old.state = new.state then return null; end if;
  if actor is not null and not (old.state = 'PROPOSED' and case new.state
      when 'ACCEPTED' then actor = new.to_agency_id and new.accepted_at < new.expires_at when 'DECLINED' then actor = new.to_agency_id
      when 'CANCELLED' then actor = new.from_agency_id when 'EXPIRED' then is_system() end) then
    raise exception 'transfer: this move is not theirs to make' using errcode = '42501';
  end if;
  update case_party set until_on = (coalesce(new.accepted_at, new.declined_at, new.cancelled_at, new.expired_at)
    at time zone 'Europe/London')::date
  where case_id = new.case_id and cause_id = new.id and until_on is null;
  if new.state = 'ACCEPTED' then perform hand_case_over(new); end if;
  return null;
end $$;
alter function transfer_answered owner to throughline_rules;
create or replace trigger transfer_answered after update on case_transfer for each row execute function transfer_answered();

-- The new agency answers for the case and somebody of it works there. The old one goes out with its team and its workers, but for what
-- has a cause of its own: a service it gives, a request that was granted, or that it still holds the person.
create or replace function hand_case_over(t case_transfer) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  today date := (t.accepted_at at time zone 'Europe/London')::date;
  kind text := (select y.kind from agency y where y.id = t.to_agency_id);
  wanted text := case kind when 'probation' then 'COMMUNITY_OFFENDER_MANAGER' when 'prison' then 'PRISON_OFFENDER_MANAGER' else 'LEAD' end;
begin
  update case_file set owner_agency_id = t.to_agency_id, version = version + 1
  where id = t.case_id and owner_agency_id = t.from_agency_id and ended_on is null;
  if not found then raise exception 'transfer: the case is another agency''s by now' using errcode = '42501'; end if;
  update case_party p set until_on = today
  where p.case_id = t.case_id and p.agency_id = t.from_agency_id and p.until_on is null and p.cause_id is null
    and (p.relationship = 'SUPERVISION' or not exists (
      select from custody k where k.person_id = t.person_id and k.agency_id = t.from_agency_id and k.left_on is null));
  insert into case_party (case_id, agency_id, team_id, account_id, relationship, role, since_on, owner_agency_id)
  select t.case_id, t.to_agency_id, w.team_id, w.account_id, w.relationship, w.role, today, t.to_agency_id
  from (values
    (null::uuid, null::uuid, case kind when 'prison' then 'CUSTODY' else 'SUPERVISION' end, null::text),
    (t.team_id, null, 'TEAM', null),
    (null, t.taker_id, 'ALLOCATED', case when exists (select from case_party h where h.case_id = t.case_id and h.role = wanted
      and h.until_on is null) then 'SUPPORT' else wanted end)) as w(team_id, account_id, relationship, role)
  where (w.relationship <> 'TEAM' or w.team_id is not null) and (w.relationship <> 'ALLOCATED' or w.account_id is not null)
    and not exists (select from case_party p where p.case_id = t.case_id and p.agency_id = t.to_agency_id and p.until_on is null
      and p.relationship = w.relationship and p.cause_id is null
      and (p.team_id, p.account_id) is not distinct from (w.team_id, w.account_id));
end $$;
alter function hand_case_over owner to throughline_rules;
revoke all on function hand_case_over(case_transfer), open_work_of(uuid) from public;

-- When agencies are merged or split, what waits goes along with the case; an offer between the two lapses.
create or replace function transfers_follow(from_agency uuid, to_agency uuid, is_whole boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_transfer set expired_at = clock_timestamp() where state = 'PROPOSED'
    and ((from_agency_id, to_agency_id) = (from_agency, to_agency) or is_whole and (from_agency_id, to_agency_id) = (to_agency, from_agency));
  update case_transfer t set from_agency_id = to_agency where t.state = 'PROPOSED' and t.from_agency_id = from_agency
    and exists (select from case_file c where c.id = t.case_id and c.owner_agency_id = to_agency);
  update case_transfer set to_agency_id = to_agency where is_whole and state = 'PROPOSED' and to_agency_id = from_agency;
end $$;
alter function transfers_follow owner to throughline_rules;
revoke all on function transfers_follow(uuid, uuid, boolean) from public;

-- What the clock has to do, for the system alone: ids and nothing else.
create or replace function transfers_due(at timestamptz) returns table (transfer_id uuid, from_agency_id uuid, what text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select t.id, t.from_agency_id, case when t.expires_at <= at then 'EXPIRE' else 'CHASE' end
  from case_transfer t, partnership p
  where is_system() and t.state = 'PROPOSED' and not has_died(t.person_id)
    and (t.expires_at <= at or coalesce(t.chased_at, t.proposed_at) + make_interval(days => p.chase_after_days) <= at)
  order by t.expires_at, t.id limit 1000
$$;
alter function transfers_due owner to throughline_rules;
grant execute on function transfers_due(timestamptz) to throughline_app;
