-- An agency's administrator keeps the webhooks of its integrations; the system sends. A secret is read by nobody but
-- claim_webhook_messages().
create policy webhook_seen on webhook for select to throughline_app using ((select is_system())
  or exists (select from api_token t join account a on a.id = t.account_id
    where t.id = token_id and a.agency_id = (select acting_agency()) and ((select is_administrator()) or (select is_coordinator()))));
create policy webhook_made on webhook for insert to throughline_app with check (
  made_by = (select acting_user()) and ((select is_administrator()) or (select is_coordinator()))
  and exists (select from api_token t join account a on a.id = t.account_id
    where t.id = token_id and t.opens = 'api' and t.revoked_at is null and a.agency_id = (select acting_agency())));
create policy webhook_set on webhook for update to throughline_app using ((select is_system())
  or exists (select from api_token t join account a on a.id = t.account_id
    where t.id = token_id and a.agency_id = (select acting_agency()) and ((select is_administrator()) or (select is_coordinator()))));
grant select, insert on webhook to throughline_app;
grant update (events, failures, failing_since, off_at, off_because, removed_at) on webhook to throughline_app;

create policy webhook_secret_seen on webhook_secret for select to throughline_app using (
  exists (select from webhook w where w.id = webhook_id));
create policy webhook_secret_made on webhook_secret for insert to throughline_app with check (
  not (select is_system()) and exists (select from webhook w where w.id = webhook_id));
create policy webhook_secret_ends on webhook_secret for update to throughline_app using (
  exists (select from webhook w where w.id = webhook_id));
grant select (id, webhook_id, made_at, until), insert, update (until) on webhook_secret to throughline_app;

-- Queued by a trigger alone: nobody can send word of what did not happen.
create policy webhook_message_seen on webhook_message for select to throughline_app using (
  exists (select from webhook w where w.id = webhook_id));
create policy webhook_message_set on webhook_message for update to throughline_app using (
  exists (select from webhook w where w.id = webhook_id));
create policy webhook_message_forgotten on webhook_message for delete to throughline_app using ((select is_system()));
grant select, delete on webhook_message to throughline_app;
grant update (next_try_at, tries, ended_at, ending) on webhook_message to throughline_app;

create policy webhook_try_seen on webhook_try for select to throughline_app using (
  exists (select from webhook_message m where m.id = message_id));
create policy webhook_try_made on webhook_try for insert to throughline_app with check ((select is_system()));
grant select, insert on webhook_try to throughline_app;
