-- What a telephone system says, once its signature is found right: HMAC-SHA256 over "id.time.body" by the key of the line, as Standard
-- Webhooks 1.0 has it. The key never leaves the database. Answers NOT_OURS for an unknown line, a wrong signature and an old message
-- alike, AGAIN for what was heard before, UNREADABLE for what is signed and says nothing that we know.
create or replace function hear_switch(line uuid, message text, sent_at bigint, body text, signatures text[], now_at timestamptz) returns text
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  k helpline_key; said jsonb; signed bytea := convert_to(message || '.' || sent_at || '.' || body, 'UTF8'); right_one text; what text; at timestamptz;
  window_in_s constant int := 300;
begin
  select x.* into k from helpline_key x join helpline h on h.id = x.helpline_id and h.closed_at is null where x.helpline_id = line;
  if k.helpline_id is null or abs(extract(epoch from now_at) - sent_at) > window_in_s then return 'NOT_OURS'; end if;
  right_one := encode(sha256(k.outer_pad || sha256(k.inner_pad || signed)), 'base64');
  -- Compared as hashes, so that the time that it takes tells nothing of the signature.
  if not exists (select from unnest(signatures) as s(one) where sha256(convert_to(s.one, 'UTF8')) = sha256(convert_to('v1,' || right_one, 'UTF8'))) then
    return 'NOT_OURS';
  end if;
  insert into helpline_message (helpline_id, message_id, heard_at) values (line, message, now_at) on conflict do nothing;
  if not found then return 'AGAIN'; end if;
  update helpline_key set heard_at = now_at where helpline_id = line;
  begin
    said := body::jsonb; what := said->>'event'; at := least((said->>'at')::timestamptz, now_at);
  exception when others then return 'UNREADABLE';
  end;
  if what not in ('call.ringing', 'call.answered', 'call.ended') or what is null or at is null or at < now_at - interval '1 day'
    or coalesce(length(said->>'call'), 0) not between 1 and 120 then return 'UNREADABLE'; end if;
  -- Messages may come in another order than things happened: each says its part.
  insert into helpline_call as c (helpline_id, switch_ref, from_phone, rang_at, answered_at, hung_up_at, owner_agency_id, subject_category, basis)
  select line, said->>'call', left(coalesce(said->>'from', ''), 40), at, case what when 'call.answered' then at end,
    case what when 'call.ended' then at end, h.agency_id, 'OTHER', 'SELF_REPORT' from helpline h where h.id = line
  on conflict (helpline_id, switch_ref) do update set rang_at = least(c.rang_at, excluded.rang_at),
    from_phone = coalesce(nullif(c.from_phone, ''), excluded.from_phone),
    answered_at = coalesce(excluded.answered_at, c.answered_at), hung_up_at = coalesce(c.hung_up_at, excluded.hung_up_at);
  return 'HEARD';
end $$;
alter function hear_switch owner to throughline_rules;
grant execute on function hear_switch(uuid, text, bigint, text, text[], timestamptz) to throughline_app;

-- Tells open boards of a line, by its id and nothing more.
create or replace function helpline_changed() returns trigger
language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_notify('case', new.helpline_id::text);
  return null;
end $$;
create or replace trigger helpline_calls_changed after insert or update of operator_id, answered_at, hung_up_at, closed_at on helpline_call
  for each row execute function helpline_changed();
create or replace trigger helpline_call_backs_changed after insert or update on helpline_call_back for each row execute function helpline_changed();
create or replace trigger helpline_shifts_changed after insert or update on helpline_shift for each row execute function helpline_changed();
create or replace trigger helpline_hand_offs_changed after insert or update on helpline_hand_off for each row execute function helpline_changed();

-- Whether the next function would do anything: what changes nothing is no change.
create or replace function has_call_back_to_ring(at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_catalog, pg_temp as $$
  select exists (select from helpline_call_back where done_at is null and (taken_at < at - interval '30 minutes'
    or (taken_at is null and due_at <= at and (rung_at is null or (told_at is null and due_at <= at - interval '15 minutes')))))
$$;
alter function has_call_back_to_ring owner to throughline_rules;
grant execute on function has_call_back_to_ring(timestamptz) to throughline_app;

-- Each minute: a call-back whose time has come rings on the open boards, and who is on is told once, or the managers where nobody is;
-- after a quarter of an hour the managers in any case. What was taken and not done in half an hour rings again.
-- @returns whom to write to, since a board may be closed: their session ends after a quarter of an hour without work.
create or replace function ring_call_backs(at timestamptz) returns table (account_id uuid, email text, name text, locale text, line_name text, is_late boolean)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_system() then raise exception 'ring_call_backs: for the system alone' using errcode = '42501'; end if;
  update helpline_call_back set taken_by = null, taken_at = null, rung_at = null where done_at is null and taken_at < at - interval '30 minutes';
  return query
  with fresh as (
    select b.id, b.helpline_id, b.rung_at is null as is_due, b.told_at is null and b.due_at <= at - interval '15 minutes' as is_late
    from helpline_call_back b where b.done_at is null and b.taken_at is null and b.due_at <= at
      and (b.rung_at is null or (b.told_at is null and b.due_at <= at - interval '15 minutes')) for update),
  rung as (update helpline_call_back b set rung_at = coalesce(b.rung_at, at), told_at = case when f.is_late then at else b.told_at end
    from fresh f where b.id = f.id),
  due as (select helpline_id from fresh where is_due), late as (select helpline_id from fresh where is_late),
  on_duty as (select distinct s.helpline_id, s.account_id from helpline_shift s where s.helpline_id in (select helpline_id from due)
    and s.cancelled_at is null and s.starts_at <= at and s.ends_at > at),
  told as (
    select o.helpline_id, o.account_id, false as is_late from on_duty o
    union
    select h.id, a.id, h.id in (select helpline_id from late) from helpline h join account a on a.agency_id = h.agency_id and 'MANAGER' = any(a.roles)
    where h.id in (select helpline_id from late) or (h.id in (select helpline_id from due) and h.id not in (select helpline_id from on_duty))),
  news as ( -- who is an operator alone has the board, and no list of news
    insert into alert (account_id, name, subject_id, agency_id, details, made_at)
    select t.account_id, case when t.is_late then 'helpline.call-back-late' else 'helpline.call-back-due' end, t.helpline_id, a.agency_id, '{}'::jsonb, at
    from told t join account a on a.id = t.account_id and a.disabled_at is null and a.roles && '{WORKER,MANAGER}')
  select a.id, a.email, a.name, a.locale, h.name, t.is_late from told t join account a on a.id = t.account_id and a.disabled_at is null
    join helpline h on h.id = t.helpline_id order by a.id;
end $$;
alter function ring_call_backs owner to throughline_rules;
grant execute on function ring_call_backs(timestamptz) to throughline_app;

-- Each night: numbers that nobody has to call any more, names of callers who are in no record, and ids of old messages.
create or replace function tidy_helplines(at timestamptz) returns int
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare n int;
begin
  if not is_system() then raise exception 'tidy_helplines: for the system alone' using errcode = '42501'; end if;
  update helpline_call_back set phone = '', words = '' where done_at < at - interval '7 days' and (phone, words) <> ('', '');
  update helpline_call c set from_phone = '', draft = '{}' where c.rang_at < at - interval '7 days' and (c.closed_at is not null or c.operator_id is null)
    and (c.from_phone <> '' or c.draft <> '{}') and not exists (select from helpline_call_back b where b.call_id = c.id and b.done_at is null);
  get diagnostics n = row_count;
  update helpline_call set caller_name = '', words = '', agreed = '' where person_id is null and closed_at < at - interval '90 days'
    and (caller_name, words, agreed) <> ('', '', '');
  delete from helpline_message where heard_at < at - interval '2 days';
  return n;
end $$;
alter function tidy_helplines owner to throughline_rules;
grant execute on function tidy_helplines(timestamptz) to throughline_app;
