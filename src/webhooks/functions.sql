-- Queues what webhooks wait for, in the transaction of the event. Asked here of the rows of sight, so that what an agency does
-- not see is not even queued; asked again, as the integration and by the policies themselves, when it is sent.
create or replace function events_to_webhooks() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if not exists (select from webhook where off_at is null and removed_at is null) then return null; end if;
  insert into webhook_message (webhook_id, event_id, event_name, queued_at, next_try_at)
  select w.id, e.id, e.name, e.happened_at, e.happened_at
  from added e join webhook w on w.off_at is null and w.removed_at is null
    and (e.name = any(w.events) or (e.name = 'webhook.tested' and e.subject_id = w.id))
  join api_token t on t.id = w.token_id and t.revoked_at is null
  join account a on a.id = t.account_id and a.disabled_at is null
  where e.agency_id = a.agency_id or exists (
    select from sight x where x.case_id = e.case_id and e.field_group = any(x.reads) and x.until >= current_date
      and x.audience_id = any(array[a.id, a.agency_id] || array(
        select m.id from team m where m.agency_id = a.agency_id and m.closed_on is null)));
  if found then perform jobs.enqueue_soon('send-webhooks'); end if;
  return null;
end $$;
alter function events_to_webhooks owner to throughline_rules;
create or replace trigger webhooks_hear after insert on event
  referencing new table as added for each statement execute function events_to_webhooks();

-- Takes what is due into the hands of one sender, for as long as a sending may last: another one does not get it meanwhile, and
-- what a crash leaves behind is due again after it. The secrets and the eyes of the integration come along.
create or replace function claim_webhook_messages(at timestamptz, most int) returns table (
  message_id uuid, event_id bigint, tries int, webhook_id uuid, url text, secrets text[], account_id uuid, name text, token_id uuid,
  agency_id uuid, audiences uuid[])
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if not is_system() then raise exception 'claim_webhook_messages: not for this account' using errcode = '42501'; end if;
  return query
  with due as (
    select m.id from webhook w
    join api_token t on t.id = w.token_id and t.revoked_at is null
    join account a on a.id = t.account_id and a.disabled_at is null
    cross join lateral (
      select x.id from webhook_message x where x.webhook_id = w.id and x.ended_at is null and x.next_try_at <= at
      order by x.next_try_at, x.event_id limit most for update skip locked) m
    where w.off_at is null and w.removed_at is null),
  taken as (
    update webhook_message m set next_try_at = at + interval '3 minutes' from due where m.id = due.id
    returning m.id, m.event_id, m.tries, m.webhook_id)
  select k.id, k.event_id, k.tries, w.id, w.url,
    array(select s.sealed from webhook_secret s where s.webhook_id = w.id and (s.until is null or s.until > at) order by s.made_at desc),
    a.id, a.name, t.id, a.agency_id, array[a.id] || array(
      select m.id from team m where m.agency_id = a.agency_id and m.closed_on is null) || a.agency_id
  from taken k join webhook w on w.id = k.webhook_id join api_token t on t.id = w.token_id join account a on a.id = t.account_id
  order by k.event_id;
end $$;
alter function claim_webhook_messages owner to throughline_rules;
grant execute on function claim_webhook_messages(timestamptz, int) to throughline_app;
