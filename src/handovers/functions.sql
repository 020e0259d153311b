-- The state chart once more, where nobody gets round it (src/handovers/handover-states.ts has it with the words): who may make a move.
create or replace function handover_movers(was text, becomes text) returns text[]
language sql immutable set search_path = public, pg_catalog, pg_temp as $$
  select case
    when becomes = 'CANCELLED' and was in ('PROPOSED', 'HELD', 'DISAGREED', 'AGREED', 'GONE_ON') then array['SENDER', 'SYSTEM']
    when becomes = 'DECLINED' and was in ('PROPOSED', 'HELD', 'DISAGREED', 'AGREED', 'GONE_ON') then array['RECEIVER']
    when becomes = 'HELD' and was in ('PROPOSED', 'DISAGREED') then array['SENDER']
    when becomes = 'AGREED' and was in ('HELD', 'DISAGREED', 'GONE_ON') then array['PERSON']
    when becomes = 'DISAGREED' and was in ('HELD', 'AGREED') then array['PERSON']
    when becomes = 'GONE_ON' and was = 'DISAGREED' then array['MANAGER']
    when becomes = 'ACCEPTED' and was in ('AGREED', 'GONE_ON') then array['RECEIVER']
    else '{}' end
$$;
revoke all on function handover_movers(text, text) from public;
alter function handover_movers owner to throughline_rules;

-- Whose move it is, and what follows: a place that was made for the receiver ends with a no; with a yes the sender's ends, unless their
-- agency still holds the person.
create or replace function handover_moves() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  actor uuid := acting_agency();
  today date := (coalesce(new.accepted_at, new.ended_at, new.proposed_at) at time zone 'Europe/London')::date;
  hats text[] := '{}';
begin
  if old.state = new.state then return null; end if;
  if is_system() then hats := array['SYSTEM']; -- in the name of the sender's agency
  elsif actor is null then hats := array['PERSON']; -- at their own door
  else
    if actor = new.from_agency_id then hats := hats || array['SENDER', 'PERSON']; end if;
    if actor = new.from_agency_id and is_manager() then hats := hats || 'MANAGER'::text; end if;
    if actor = new.to_agency_id then hats := hats || 'PERSON'::text; end if; -- the person signs beside a worker
    if actor = new.to_agency_id and (acting_user() = new.to_account_id or is_manager()) then hats := hats || 'RECEIVER'::text; end if;
  end if;
  if not hats && handover_movers(old.state, new.state) then
    raise exception 'handover: this move is not theirs to make' using errcode = '42501';
  end if;
  if actor is not null and not is_system() and has_died(new.person_id) and new.state <> 'CANCELLED' then
    raise exception 'handover: the person has died' using errcode = '42501';
  end if;
  if new.state in ('DECLINED', 'CANCELLED') then
    update case_party set until_on = today where id = new.receiver_party_id and until_on is null;
  elsif new.state = 'ACCEPTED' and new.from_agency_id <> new.to_agency_id then
    if exists (select from case_file where id = new.case_id and owner_agency_id = new.from_agency_id) then
      raise exception 'handover: the sender still answers for the case' using errcode = '42501';
    end if;
    update case_party set until_on = today where case_id = new.case_id and account_id = new.from_account_id and until_on is null
      and cause_id is null and not exists (
        select from custody k where k.person_id = new.person_id and k.agency_id = new.from_agency_id and k.left_on is null);
  end if;
  return null;
end $$;
alter function handover_moves owner to throughline_rules;
create or replace trigger handover_moves after update on handover for each row execute function handover_moves();

-- Which parts of a case a worker sees: for whoever works on the whole of it. Nothing for somebody to whom the person is closed.
create or replace function parts_seen_by(asked uuid, worker uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare about uuid := (select person_id from case_file where id = asked);
begin
  if not exists (select from sight a where a.case_id = asked and 'plan' = any(a.writes) and a.until >= current_date
      and a.audience_id = any(acting_audiences())) or about = any(people_closed()) or is_closed_to(about, worker) then return '{}'; end if;
  return array(select distinct unnest(a.reads) from sight a join account w on w.id = worker and w.disabled_at is null
    where a.case_id = asked and a.until >= current_date and (a.audience_id in (w.id, w.agency_id)
      or a.audience_id in (select m.team_id from team_member m where m.account_id = w.id)));
end $$;
alter function parts_seen_by owner to throughline_rules;
grant execute on function parts_seen_by(uuid, uuid) to throughline_app;

-- All but the receiver have signed, and the case is the sender's agency's: the transfer that the receiver accepts with their signature. One
-- that waits is used; else it is offered now, in the name of the sender, who signed for it.
create or replace function transfer_of_handover(which uuid, at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare h handover; offered uuid;
begin
  select * into h from handover where id = which and state in ('AGREED', 'GONE_ON') and to_agency_id = acting_agency()
    and (to_account_id = acting_user() or is_manager()) and person_id <> all(people_closed()) for update;
  if h.id is null or h.from_agency_id = h.to_agency_id
    or not exists (select from case_file where id = h.case_id and owner_agency_id = h.from_agency_id and ended_on is null) then return null; end if;
  select id into offered from case_transfer where case_id = h.case_id and state = 'PROPOSED' and to_agency_id = h.to_agency_id and expires_at > at;
  if offered is not null then return offered; end if;
  update case_transfer set expired_at = at where case_id = h.case_id and state = 'PROPOSED' and expires_at <= at;
  offered := gen_random_uuid();
  insert into case_transfer (id, case_id, person_id, from_agency_id, from_account_id, to_agency_id, by_on, reason, proposed_at, expires_at, owner_agency_id)
  values (offered, h.case_id, h.person_id, h.from_agency_id, h.from_account_id, h.to_agency_id, (at at time zone 'Europe/London')::date,
    coalesce(nullif(h.why, ''), '-'), at, at + interval '1 day', h.from_agency_id);
  return offered;
end $$;
alter function transfer_of_handover owner to throughline_rules;
grant execute on function transfer_of_handover(uuid, timestamptz) to throughline_app;

-- What the clock has to do, for the system alone: ids and nothing else. A handover about somebody who died, or whose case was closed, ends.
create or replace function handovers_due(at timestamptz) returns table (handover_id uuid, from_agency_id uuid, what text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select h.id, h.from_agency_id, case when has_died(h.person_id) then 'DIED' when c.ended_on is not null then 'CASE_CLOSED' else 'CHASE' end
  from handover h join case_file c on c.id = h.case_id, partnership p
  where is_system() and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED')
    and (has_died(h.person_id) or c.ended_on is not null
      or greatest(h.chased_at, case when h.state = 'PROPOSED' then h.meets_at else coalesce(h.went_on_at, h.answered_at, h.sent_at) end)
        + make_interval(days => p.chase_after_days) <= at)
  order by h.proposed_at, h.id limit 1000
$$;
alter function handovers_due owner to throughline_rules;
grant execute on function handovers_due(timestamptz) to throughline_app;

-- When agencies are merged or split, an open handover goes along with whoever hands over and whoever receives: it may then be inside one.
create or replace function handovers_follow(from_agency uuid, to_agency uuid) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update handover h set from_agency_id = to_agency, owner_agency_id = to_agency from account a
  where a.id = h.from_account_id and a.agency_id = to_agency and h.from_agency_id = from_agency and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED');
  update handover h set to_agency_id = to_agency from account a
  where a.id = h.to_account_id and a.agency_id = to_agency and h.to_agency_id = from_agency and h.state not in ('ACCEPTED', 'DECLINED', 'CANCELLED');
$$;
alter function handovers_follow owner to throughline_rules;
revoke all on function handovers_follow(uuid, uuid) from public;

-- Whether the sender and the person have not both signed yet: until then nobody takes the case over by a transfer alone.
create or replace function is_being_handed_over(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from handover where case_id = asked and state in ('PROPOSED', 'HELD', 'DISAGREED'))
    and exists (select from case_transfer where case_id = asked and acting_agency() in (from_agency_id, to_agency_id))
$$;
alter function is_being_handed_over owner to throughline_rules;
grant execute on function is_being_handed_over(uuid) to throughline_app;
