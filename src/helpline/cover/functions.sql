-- The time of a line in which somebody is planned who can be there: not away, not shut out. With `actual`, in which somebody said
-- that they were there, up to now.
create or replace function helpline_cover(line uuid, from_at timestamptz, until_at timestamptz, actual boolean, now_at timestamptz)
returns tstzmultirange
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if line <> all(my_helplines()) then return '{}'; end if;
  if actual then
    return (select coalesce(range_agg(tstzrange(s.began_at, greatest(s.began_at, least(coalesce(s.left_at, s.ends_at), now_at)))), '{}')
      from helpline_shift s where s.helpline_id = line and s.cancelled_at is null and s.began_at < until_at and s.ends_at > from_at)
      * tstzmultirange(tstzrange(from_at, until_at));
  end if;
  return (select coalesce(range_agg(tstzrange(s.starts_at, s.ends_at)), '{}')
      from helpline_shift s join account a on a.id = s.account_id and a.disabled_at is null
      where s.helpline_id = line and s.cancelled_at is null and s.starts_at < until_at and s.ends_at > from_at
        and not exists (select from private.away_from_shift(s.account_id, s.starts_at, s.ends_at)))
    * tstzmultirange(tstzrange(from_at, until_at));
end $$;
alter function helpline_cover owner to throughline_rules;
grant execute on function helpline_cover(uuid, timestamptz, timestamptz, boolean, timestamptz) to throughline_app;

-- A worker who is away on the day on which a shift begins is not there for it: the day as the partnership's clock shows it.
create or replace function private.away_from_shift(account uuid, starts timestamptz, ends timestamptz) returns setof uuid
language sql stable set search_path = public, pg_catalog, pg_temp as $$
  select w.id from worker_absence w where w.account_id = account and w.ended_at is null
    and (starts at time zone 'Europe/London')::date between w.from_on and w.until_on
$$;
alter function private.away_from_shift owner to throughline_rules;
revoke all on function private.away_from_shift(uuid, timestamptz, timestamptz) from public;

-- Of a line's shifts, those whose operator is away: that they are, and not why.
create or replace function shifts_without_operator(line uuid, from_at timestamptz, until_at timestamptz) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if line <> all(my_helplines()) then return; end if;
  return query select s.id from helpline_shift s join account a on a.id = s.account_id
    where s.helpline_id = line and s.cancelled_at is null and s.starts_at < until_at and s.ends_at > from_at
      and (a.disabled_at is not null or exists (select from private.away_from_shift(s.account_id, s.starts_at, s.ends_at)));
end $$;
alter function shifts_without_operator owner to throughline_rules;
grant execute on function shifts_without_operator(uuid, timestamptz, timestamptz) to throughline_app;

-- Says yes to a swap: the shifts change hands, unless an hour that was covered would be empty. @returns that time, or null where it is done.
create or replace function take_shift(swap uuid, at timestamptz) returns tstzmultirange
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  w helpline_swap; s helpline_shift; o helpline_shift; reader uuid := acting_user();
  from_at timestamptz; until_at timestamptz; before tstzmultirange; lost tstzmultirange;
begin
  select x.* into w from helpline_swap x where x.id = swap and x.answer is null and x.helpline_id = any(my_helplines()) for update;
  if w.id is null or not answers_helpline(w.helpline_id, reader) or w.asked_by = reader
    or (w.to_account_id is not null and w.to_account_id <> reader) then
    raise exception 'take_shift: no such swap for this account' using errcode = '42501';
  end if;
  select x.* into s from helpline_shift x where x.id = w.shift_id and x.account_id = w.asked_by and x.cancelled_at is null and x.ends_at > at for update;
  select x.* into o from helpline_shift x where x.id = w.for_shift_id and x.account_id = reader and x.cancelled_at is null for update;
  if s.id is null or (w.for_shift_id is not null and o.id is null) then
    raise exception 'take_shift: the shifts are not as they were asked for' using errcode = '42501';
  end if;
  from_at := least(s.starts_at, o.starts_at); until_at := greatest(s.ends_at, o.ends_at);
  before := helpline_cover(w.helpline_id, from_at, until_at, false, at);
  update helpline_shift set account_id = case id when s.id then reader else w.asked_by end where id in (s.id, o.id);
  lost := before - helpline_cover(w.helpline_id, from_at, until_at, false, at);
  if not isempty(lost) then
    update helpline_shift set account_id = case id when s.id then w.asked_by else reader end where id in (s.id, o.id);
    return lost;
  end if;
  update helpline_swap set answer = 'ACCEPTED', answered_by = reader, answered_at = at where id = swap;
  update helpline_swap set answer = 'WITHDRAWN', answered_by = reader, answered_at = at where answer is null
    and (shift_id in (s.id, o.id) or for_shift_id in (s.id, o.id));
  return null;
end $$;
alter function take_shift owner to throughline_rules;
grant execute on function take_shift(uuid, timestamptz) to throughline_app;

-- Takes a shift out of the rota. Its operator may, where somebody else covers all of it; a manager may leave it empty, and sees the gap.
-- @returns the time that would be empty, or null where it is done.
create or replace function cancel_shift(shift uuid, at timestamptz) returns tstzmultirange
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare s helpline_shift; before tstzmultirange; lost tstzmultirange;
begin
  select x.* into s from helpline_shift x where x.id = shift and x.helpline_id = any(my_helplines()) and x.cancelled_at is null
    and x.began_at is null and x.ends_at > at and (x.account_id = acting_user() or is_manager()) for update;
  if s.id is null then raise exception 'cancel_shift: no such shift for this account' using errcode = '42501'; end if;
  before := helpline_cover(s.helpline_id, s.starts_at, s.ends_at, false, at);
  update helpline_shift set cancelled_at = at where id = shift;
  lost := before - helpline_cover(s.helpline_id, s.starts_at, s.ends_at, false, at);
  if not isempty(lost) and not is_manager() then
    update helpline_shift set cancelled_at = null where id = shift;
    return lost;
  end if;
  update helpline_swap set answer = 'WITHDRAWN', answered_by = acting_user(), answered_at = at where answer is null and shift in (shift_id, for_shift_id);
  return null;
end $$;
alter function cancel_shift owner to throughline_rules;
grant execute on function cancel_shift(uuid, timestamptz) to throughline_app;
