-- What a contract could pay for, from the rows that the reader sees: each person once for each result. `state`: MET, NOT_MET, or NOT_YET,
-- which is not to be counted before its day. Days are days in London. Runs with the reader's own sight, cut down to cases that are shared with the
-- given audiences (null: with all that the reader sees), and to the given people (null: everybody).
create or replace function contract_results(which uuid, today date, audiences uuid[], only_people uuid[])
returns table (result text, source_id uuid, case_id uuid, person_id uuid, happened_on date, matures_on date, state text)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  with c as materialized (
    select * from result_contract where id = which
  ), worked as materialized ( -- with whom the agency worked, and when; a merged record is the one that was kept
    select p.case_id, f.person_id as own_id, coalesce(q.merged_into_id, q.id) as person_id, p.since_on, coalesce(p.until_on, 'infinity') as until_on
    from c join case_party p on p.agency_id = c.agency_id join case_file f on f.id = p.case_id join person q on q.id = f.person_id
    where (audiences is null or exists (select from sight a where a.audience_id = any(audiences) and 'identity' = any(a.reads) and a.case_id = p.case_id))
      and (only_people is null or f.person_id = any(only_people))
  ), completed as ( -- a place on one of the agency's own courses
    select distinct on (person_id) p.id, p.case_id, coalesce(q.merged_into_id, q.id) as person_id, (p.left_at at time zone 'Europe/London')::date as day
    from c join course k on k.agency_id = c.agency_id join course_place p on p.course_id = k.id and p.left_how = 'COMPLETED' join person q on q.id = p.person_id
    where (p.left_at at time zone 'Europe/London')::date between c.from_on and c.until_on and (only_people is null or p.person_id = any(only_people))
    order by 3, p.left_at, p.id
  ), sentence as ( -- the last day of the sentence as it is known now
    select distinct on (w.person_id) d.id, w.case_id, w.person_id, w.own_id, d.day
    from c join release_date d on d.type in ('SED', 'SLED', 'LED') and d.replaced_at is null and d.day between c.from_on and c.until_on
    join worked w on w.own_id = d.person_id and w.since_on <= d.day and w.until_on >= d.day
    where not exists (select from release_date l where l.person_id = d.person_id and l.type in ('SED', 'SLED', 'LED') and l.replaced_at is null and l.day > d.day)
      and not exists (select from movement m where m.person_id = d.person_id and m.kind = 'DEATH' and m.undone_at is null and m.happened_on <= d.day)
    order by w.person_id, d.day desc, d.id, w.since_on
  ), released as ( -- the first release in the contract's days
    select distinct on (w.person_id) k.id, w.case_id, w.person_id, w.own_id, k.left_on as day, k.left_on + c.follow_days as until_on
    from c join custody k on k.left_reason in ('RELEASE', 'RE_RELEASE', 'RELEASED') and k.left_on between c.from_on and c.until_on
    join worked w on w.own_id = k.person_id and w.since_on <= k.left_on + c.follow_days and w.until_on >= k.left_on
    where not exists (select from movement m where m.person_id = k.person_id and m.kind = 'DEATH' and m.undone_at is null
      and m.happened_on <= k.left_on + c.follow_days)
    order by w.person_id, k.left_on, k.id, w.since_on
  )
  select 'PROGRAMME_COMPLETED', id, case_id, person_id, day, day, 'MET' from completed
  union all
  select 'SENTENCE_COMPLETED', s.id, s.case_id, s.person_id, s.day, s.day, case when s.day >= today then 'NOT_YET'
    when exists (select from custody k where k.person_id = s.own_id and k.left_reason in ('RELEASE', 'RE_RELEASE', 'RELEASED') and k.left_on <= s.day)
      and not exists (select from custody k where k.person_id = s.own_id and k.left_reason is distinct from 'UNDONE' and k.received_on <= s.day
        and (k.left_on is null or k.left_on > s.day)) then 'MET' else 'NOT_MET' end
  from sentence s
  union all
  select 'NOT_BACK', r.id, r.case_id, r.person_id, r.day, r.until_on, case
    when exists (select from custody b where b.person_id = r.own_id and b.received_on between r.day + 1 and r.until_on
      and b.left_reason is distinct from 'UNDONE') then 'NOT_MET'
    when r.until_on >= today then 'NOT_YET' else 'MET' end
  from released r
$$;
grant execute on function contract_results(uuid, date, uuid[], uuid[]) to throughline_app, throughline_rules; -- the demonstration asks as the latter

-- What may be claimed of a cohort: mature, with enough people on both sides of the count (src/reoffending/shown.ts), in whole within the
-- contract's days. Null where it may not be told. Runs with the reader's own sight: a cohort is its agency's.
create or replace function cohort_worth(contract uuid, which uuid, out followed int, out paid int)
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select r.people, r.people - r.reoffenders from cohort c join cohort_result r on r.cohort_id = c.id join result_contract k on k.id = contract
  where c.id = which and c.ended_at is null and r.state = 'COUNTED' and r.is_mature and r.people >= 30 and r.reoffenders >= 5
    and r.people - r.reoffenders >= 5 and c.from_on >= k.from_on and c.to_on <= k.until_on
$$;
grant execute on function cohort_worth(uuid, uuid) to throughline_app;

-- A claim of a cohort is what was counted, and nobody is in two: no cohort of the same prison whose days meet those of one claimed before.
create or replace function cohort_claim_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
begin
  if acting_user() is null or new.cohort_id is null then return new; end if;
  perform pg_advisory_xact_lock(7263403, hashtext(acting_agency()::text)); -- two claims at once see each other
  if not exists (select from cohort_worth(new.contract_id, new.cohort_id) w where w.followed = new.followed_count and w.paid = new.people_count) then
    raise exception 'cohort_claim_guarded: not what was counted' using errcode = '42501';
  end if;
  if exists (select from result_claim m join cohort o on o.id = m.cohort_id join cohort c on c.id = new.cohort_id
      where m.decision is distinct from 'DECLINED' and m.withdrawn_at is null and o.prison_id = c.prison_id and o.from_on <= c.to_on and o.to_on >= c.from_on) then
    raise exception 'cohort_claim_guarded: claimed before' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger cohort_claim_is_guarded before insert on result_claim for each row execute function cohort_claim_guarded();

-- What a column grant cannot tell apart: who decides, once, and only a yes to rows that the one who says it sees and that still hold.
create or replace function result_claim_guarded() returns trigger
language plpgsql volatile set search_path = public, pg_catalog, pg_temp as $$
declare actor uuid := acting_user(); holding int;
begin
  if actor is null then return new; end if;
  if new.withdrawn_at is distinct from old.withdrawn_at and (old.made_by <> actor or old.decision is not null or old.withdrawn_at is not null) then
    raise exception 'result_claim_guarded: one''s own, while it waits' using errcode = '42501';
  end if;
  if (new.decision, new.decided_by) is not distinct from (old.decision, old.decided_by) then return new; end if;
  if old.decision is not null or old.withdrawn_at is not null or new.decided_by <> actor or new.made_by = actor or not is_manager() then
    raise exception 'result_claim_guarded: not one''s own, once' using errcode = '42501';
  end if;
  if new.decision = 'APPROVED' and new.cohort_id is not null then
    if not exists (select from cohort_worth(new.contract_id, new.cohort_id) w where w.followed = new.followed_count and w.paid = new.people_count) then
      raise exception 'result_claim_guarded: it was counted otherwise since' using errcode = '42501';
    end if;
  elsif new.decision = 'APPROVED' then
    select count(*) into holding from claimed_result r join contract_results(new.contract_id, (new.decided_at at time zone 'Europe/London')::date, null, null) x
      on x.result = r.result and x.source_id = r.source_id and x.person_id = r.person_id and x.state = 'MET' where r.claim_id = new.id;
    if holding <> new.people_count or holding <> (select count(*) from claimed_result r where r.claim_id = new.id) then
      raise exception 'result_claim_guarded: rows are not seen or hold no more' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create or replace trigger result_claim_is_guarded before update on result_claim for each row execute function result_claim_guarded();

-- What was declined or taken back can be claimed again, also by whoever does not see all of it.
create or replace function claimed_results_freed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.decision = 'DECLINED' or new.withdrawn_at is not null then
    update claimed_result set freed_at = coalesce(new.withdrawn_at, new.decided_at) where claim_id = new.id and freed_at is null;
  end if;
  return null;
end $$;
alter function claimed_results_freed owner to throughline_rules;
create or replace trigger claimed_results_are_freed after update on result_claim for each row execute function claimed_results_freed();
