-- Which state may become which, and by whom. The same table as referral-states.ts (a test compares them all): here it
-- binds smuggled SQL too. A provider without an account is spoken for by the sender, who keeps its signed link.
create or replace function referral_may_move(was text, becomes text, is_sender boolean, is_receiver boolean) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select exists (select from (values
    ('SENT', 'RECEIVED', 'RECEIVER'), ('SENT', 'ACCEPTED', 'RECEIVER'), ('SENT', 'DECLINED', 'RECEIVER'),
    ('SENT', 'WITHDRAWN', 'SENDER'), ('SENT', 'EXPIRED', 'SENDER'),
    ('RECEIVED', 'ACCEPTED', 'RECEIVER'), ('RECEIVED', 'DECLINED', 'RECEIVER'),
    ('RECEIVED', 'WITHDRAWN', 'SENDER'), ('RECEIVED', 'EXPIRED', 'SENDER'),
    ('ACCEPTED', 'STARTED', 'RECEIVER'), ('ACCEPTED', 'ENDED_EARLY', 'RECEIVER'), ('ACCEPTED', 'WITHDRAWN', 'SENDER'),
    ('STARTED', 'COMPLETED', 'RECEIVER'), ('STARTED', 'ENDED_EARLY', 'RECEIVER'), ('STARTED', 'ENDED_EARLY', 'SENDER')
  ) as move(was, becomes, by) where move.was = $1 and move.becomes = $2
    and ((move.by = 'SENDER' and $3) or (move.by = 'RECEIVER' and $4)))
$$;
alter function referral_may_move owner to throughline_rules;

-- W5 and R070: counts follow the rows in the same statement, one upsert however many rows it touched. Rows are taken in the
-- order of their keys, so that two transactions wait for each other in one direction only.
create or replace function count_moves(moves jsonb) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into referral_count as c (agency_id, side, pathway, status, month, count)
  select x.agency_id, x.side, m.pathway, m.status, m.month, sum(m.delta)
  from jsonb_to_recordset(moves) as m(from_agency_id uuid, to_agency_id uuid, pathway text, status text, month date, delta int),
    lateral (values (m.from_agency_id, 'FROM'), (m.to_agency_id, 'TO')) as x(agency_id, side)
  where x.agency_id is not null
  group by 1, 2, 3, 4, 5 having sum(m.delta) <> 0 order by 1, 2, 5, 3, 4
  on conflict (agency_id, side, month, pathway, status) do update set count = c.count + excluded.count;

  insert into service_answer_count as c (service_id, month, answer, reason, count, in_time_count, seconds)
  select m.service_id, m.month, m.answer, m.reason, sum(m.delta), sum(m.in_time), sum(m.seconds)
  from jsonb_to_recordset(moves) as m(service_id uuid, month date, answer text, reason text, delta int, in_time int, seconds bigint)
  group by 1, 2, 3, 4 having sum(m.delta) <> 0 or sum(m.in_time) <> 0 or sum(m.seconds) <> 0 order by 1, 2, 3, 4
  on conflict (service_id, month, answer, reason) do update set count = c.count + excluded.count,
    in_time_count = c.in_time_count + excluded.in_time_count, seconds = c.seconds + excluded.seconds;
end $$;
alter function count_moves owner to throughline_rules;

-- The keys under which rows are counted, summed up before they leave: bulk inserts make few of them.
create or replace function referral_moves(rows referral[], sign int) returns jsonb
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (
    select k.from_agency_id, k.to_agency_id, k.service_id, k.pathway, k.status, k.month, k.answer, k.reason,
      sign * count(*) as delta, sign * count(*) filter (where k.answered_at is not null and k.chased_count = 0) as in_time,
      sign * coalesce(sum(round(extract(epoch from k.answered_at - k.sent_at)))::bigint, 0) as seconds
    from (select r.*, date_trunc('month', r.sent_at at time zone 'Europe/London')::date as month,
        coalesce(r.accepted_at, r.declined_at) as answered_at,
        case when r.declined_at is not null then left(coalesce(r.decline_reason, ''), 40) else '' end as reason,
        case when r.accepted_at is not null then 'ACCEPTED' when r.declined_at is not null then 'DECLINED'
          when r.expired_at is not null then 'EXPIRED' when r.end_kind is not null then 'WITHDRAWN' else 'WAITING' end as answer
      from unnest(rows) as r) k
    group by 1, 2, 3, 4, 5, 6, 7, 8) g
$$;
alter function referral_moves owner to throughline_rules;

-- Who is let in follows the state of the referral, and nothing else does: asked is the limited view, accepted is the working
-- view, anything after takes it away. The receiver itself may not touch the parties of a case.
create or replace function follow_referrals(ids uuid[]) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_party p set until_on = (coalesce(r.ended_at, r.declined_at, r.expired_at, r.accepted_at, now()) at time zone 'Europe/London')::date
  from referral r where r.id = any(ids) and p.cause_id = r.id and p.case_id = r.case_id and p.until_on is null
    and p.relationship is distinct from case when r.status in ('SENT', 'RECEIVED') then 'REFERRED' when r.status in ('ACCEPTED', 'STARTED') then 'ACCEPTED' end;
  insert into case_party (case_id, agency_id, relationship, since_on, cause_id, owner_agency_id)
  select r.case_id, r.to_agency_id, case when r.accepted_at is null then 'REFERRED' else 'ACCEPTED' end,
    (coalesce(r.accepted_at, r.sent_at) at time zone 'Europe/London')::date, r.id, r.from_agency_id
  from referral r where r.id = any(ids) and r.to_agency_id is not null and r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED')
    and not exists (select from case_party p where p.cause_id = r.id and p.case_id = r.case_id and p.until_on is null)
  on conflict do nothing;
end $$;
alter function follow_referrals owner to throughline_rules;

create or replace function referrals_added() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform count_moves(referral_moves(array(select row(a.*)::referral from added a), 1));
  perform follow_referrals(array(select id from added where to_agency_id is not null
    and status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED')));
  return null;
end $$;
alter function referrals_added owner to throughline_rules;

create or replace function referrals_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if acting_agency() is not null and exists (
    select from was join became n using (id) where was.status <> n.status and not referral_may_move(was.status, n.status,
      acting_agency() = n.from_agency_id, acting_agency() = coalesce(n.to_agency_id, n.from_agency_id))) then
    raise exception 'referral: this move is not theirs to make' using errcode = '42501';
  end if;
  perform count_moves(referral_moves(array(select row(w.*)::referral from was w), -1)
    || referral_moves(array(select row(n.*)::referral from became n), 1));
  perform follow_referrals(array(select id from was join became n using (id) where was.status <> n.status));
  return null;
end $$;
alter function referrals_changed owner to throughline_rules;

-- A new function may be called by everybody until it is said otherwise: these are for the triggers alone.
revoke all on function count_moves(jsonb), follow_referrals(uuid[]), referral_moves(referral[], int) from public;

create or replace trigger referrals_added after insert on referral
  referencing new table as added for each statement execute function referrals_added();
create or replace trigger referrals_changed after update on referral
  referencing old table as was new table as became for each statement execute function referrals_changed();

-- What the clock has to do, for the system alone: ids and nothing else. A referral with an open question waits.
create or replace function referrals_due(at timestamptz) returns table (referral_id uuid, from_agency_id uuid, what text)
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select r.id, r.from_agency_id, case when r.expires_at <= at then 'EXPIRE' else 'CHASE' end
  from referral r, partnership p
  where acting_user() = '00000000-0000-7000-8000-000000000001' and r.status in ('SENT', 'RECEIVED')
    and (r.asked_at is null or r.replied_at is not null) and not has_died(r.person_id) -- reminders about the dead stop
    and (r.expires_at <= at or coalesce(r.chased_at, r.sent_at) + make_interval(days => p.chase_after_days) <= at)
  order by r.expires_at, r.id limit 1000
$$;
alter function referrals_due owner to throughline_rules;
grant execute on function referrals_due(timestamptz) to throughline_app;

-- A provider without an account holds a link. It is shown the least, and that is written down: nobody is signed in here.
create or replace function open_referral_link(token bytea, at timestamptz, request text) returns jsonb
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare facts jsonb; r referral; l referral_link;
begin
  select * into l from referral_link where token_hash = token;
  if not found then return null; end if;
  select * into r from referral where id = l.referral_id;
  if exists (select from restricted_record x where x.person_id = r.person_id) then return null; end if; -- as if nobody had sent it
  if l.used_at is not null then return jsonb_build_object('state', 'used'); end if;
  if l.expires_at <= at then return jsonb_build_object('state', 'expired'); end if;
  if r.status not in ('SENT', 'RECEIVED') then return jsonb_build_object('state', 'closed'); end if;

  select jsonb_build_object('state', 'open', 'referralId', r.id, 'fromAgencyId', r.from_agency_id, 'reference', r.reference,
    'initials', upper(left(coalesce(nullif(p.chosen_name, ''), p.given_name), 1) || left(p.family_name, 1)),
    'pathway', r.pathway, 'serviceName', s.name, 'providerName', s.provider_name, 'why', r.why, 'neededByOn', r.needed_by_on,
    'sentAt', r.sent_at, 'answerBy', least(l.expires_at, r.expires_at), 'fromAgency', y.name, 'fromWorker', a.name,
    'phone', coalesce(nullif(a.phone, ''), y.phone)) into facts
  from person p, service s, agency y, account a
  where p.id = r.person_id and s.id = r.service_id and y.id = r.from_agency_id and a.id = r.from_account_id;
  insert into audit (agency_id, action, person_ids, case_ids, field_groups, channel, request_id, happened_at, details)
  values (r.from_agency_id, 'disclose', array[r.person_id], array[r.case_id], array['referrals'], 'link', request, at,
    jsonb_build_object('referralId', r.id));
  return facts;
end $$;
alter function open_referral_link owner to throughline_rules;

-- Used once: two answers at the same moment, and one of them finds it used.
create or replace function use_referral_link(token bytea, at timestamptz) returns uuid
language sql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
  update referral_link set used_at = at where token_hash = token and used_at is null and expires_at > at returning referral_id
$$;
alter function use_referral_link owner to throughline_rules;
grant execute on function open_referral_link(bytea, timestamptz, text), use_referral_link(bytea, timestamptz) to throughline_app;
