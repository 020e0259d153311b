-- One's own, and never the hash: what a worker sees of it is that there is one, since when, and when it was read.
create policy feed_seen on calendar_feed for select to throughline_app, portal_mentor using (account_id = (select acting_user()));
create policy feed_made on calendar_feed for insert to throughline_app, portal_mentor with check (account_id = (select acting_user()));
create policy feed_ended on calendar_feed for update to throughline_app, portal_mentor using (account_id = (select acting_user()));
grant select (id, account_id, made_at, ended_at, read_at), insert on calendar_feed to throughline_app, portal_mentor;
grant update (ended_at) on calendar_feed to throughline_app, portal_mentor;
