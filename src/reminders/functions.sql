-- Whether a person is in a prison now: then nothing goes to their telephone.
create or replace function private.is_inside(person uuid) returns boolean
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return exists (select from custody k where k.person_id = person and k.left_on is null and (k.received_on is not null or k.wing <> ''));
end $$;
alter function private.is_inside owner to throughline_rules;

-- Whether a reminder is still true: the appointment stands at that time and is to come, the case is open, the person lives, and still
-- wants it this way.
create or replace function private.reminder_stands(r reminder, at timestamptz) returns boolean
language plpgsql stable set search_path = public, pg_catalog, pg_temp as $$
begin
  return not has_died(r.person_id) and exists (select from case_file f where f.id = r.case_id and f.ended_on is null)
    and exists (select from appointment m where m.id = r.appointment_id and m.cancelled_at is null and m.attendance is null
      and m.starts_at = r.for_at and m.starts_at > at)
    and exists (select from reminder_choice c where c.person_id = r.person_id and c.version = r.choice_version and c.way <> 'NONE')
    and (r.way = 'LETTER' or not private.is_inside(r.person_id));
end $$;
alter function private.reminder_stands owner to throughline_rules;

-- Takes back what is no longer true, and makes what is due: once for one appointment at one time. For the system alone; what comes
-- out goes into the outbox in the same transaction.
create or replace function plan_reminders(at timestamptz)
returns table (id uuid, way text, to_address text, locale text, for_at timestamptz, agency_name text)
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  soonest constant interval := '30 minutes'; -- nobody is reminded on the way there
  most constant int := 500;
begin
  if not is_system() then raise exception 'plan_reminders: not for this account' using errcode = '42501'; end if;
  with gone as (
    update reminder r set cancelled_at = at where r.sent_at is null and r.failed_at is null and r.cancelled_at is null
      and not private.reminder_stands(r, at) returning r.id)
  update mail set ended_at = at, body = '', to_address = '' from gone where mail.reminder_id = gone.id and mail.sent_at is null;
  return query
    with made as (
      insert into reminder as r (appointment_id, case_id, person_id, for_at, way, locale, choice_version, made_at, owner_agency_id)
      select m.id, m.case_id, m.person_id, m.starts_at,
        case when private.is_inside(m.person_id) then 'LETTER' else c.way end, c.locale, c.version, at,
        coalesce((select k.agency_id from custody k where k.person_id = m.person_id and k.left_on is null limit 1), m.with_agency_id, m.owner_agency_id)
      from appointment m join reminder_choice c on c.person_id = m.person_id join case_file f on f.id = m.case_id
      where m.cancelled_at is null and m.attendance is null and f.ended_on is null and c.way in ('LETTER', 'EMAIL', 'TEXT')
        and m.starts_at > at + soonest and m.starts_at <= at + interval '14 days' and m.starts_at <= at + make_interval(hours => c.hours_before)
        and m.sensitivity = 'STANDARD' and m.subject_category not in ('VICTIM', 'WITNESS') and not has_died(m.person_id)
        and not exists (select from reminder o where o.appointment_id = m.id and o.for_at = m.starts_at and o.cancelled_at is null)
      order by m.starts_at limit most
      on conflict do nothing
      returning r.*)
    select made.id, made.way, c.to_address, made.locale, made.for_at, case when c.names_agency then y.name end
    from made join reminder_choice c on c.person_id = made.person_id
    join appointment m on m.id = made.appointment_id left join agency y on y.id = m.with_agency_id;
end $$;
alter function plan_reminders owner to throughline_rules;

-- The last look before a message leaves; one that is no longer true is taken back. The choice is held meanwhile, so that a no that is
-- being kept comes first or waits.
create or replace function still_to_remind(asked uuid, at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare r reminder;
begin
  if not is_system() then raise exception 'still_to_remind: not for this account' using errcode = '42501'; end if;
  select * into r from reminder where id = asked and cancelled_at is null and sent_at is null and failed_at is null for update;
  if not found then return false; end if;
  perform from reminder_choice where person_id = r.person_id for share;
  perform from appointment where id = r.appointment_id for share;
  if private.reminder_stands(r, at) then return true; end if;
  update reminder set cancelled_at = at where id = asked;
  return false;
end $$;
alter function still_to_remind owner to throughline_rules;

-- What became of a message: SENT, ARRIVED or FAILED. A failure is told to whom the appointment is with, or who booked it.
create or replace function keep_reminder_outcome(asked uuid, outcome text, at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare r reminder;
begin
  if not is_system() then raise exception 'keep_reminder_outcome: not for this account' using errcode = '42501'; end if;
  update reminder set sent_at = case when outcome = 'SENT' then at else sent_at end,
    arrived_at = case when outcome = 'ARRIVED' then at else arrived_at end, failed_at = case when outcome = 'FAILED' then at else failed_at end
  where id = asked returning * into r;
  if outcome <> 'FAILED' or r.id is null then return; end if;
  insert into alert (account_id, case_id, name, subject_id, details, made_at)
  select w.id, r.case_id, 'appointment.reminder-failed', r.appointment_id, jsonb_build_object('kind', r.way), at
  from appointment m join account w on w.id = coalesce(m.with_account_id, m.made_by) where m.id = r.appointment_id and w.disabled_at is null
    and exists (select from sight a where a.case_id = r.case_id and 'plan' = any(a.reads) and a.until >= at::date
      and (a.audience_id in (w.id, w.agency_id) or a.audience_id in (select t.team_id from team_member t where t.account_id = w.id))
      and not exists (select from access_bar b where b.account_id = w.id and b.person_id = r.person_id));
end $$;
alter function keep_reminder_outcome owner to throughline_rules;
grant execute on function plan_reminders(timestamptz), still_to_remind(uuid, timestamptz), keep_reminder_outcome(uuid, text, timestamptz)
  to throughline_app;
