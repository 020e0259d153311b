-- Coordinators keep the list. Whether one host is on it is asked by everybody, and before anybody is known: is_permitted_host().
create policy outside_host_seen on outside_host for select to throughline_app using ((select is_coordinator()));
create policy outside_host_added on outside_host for insert to throughline_app with check (
  (select is_coordinator()) and added_by = (select acting_user()) and removed_at is null);
create policy outside_host_removed on outside_host for update to throughline_app
  using ((select is_coordinator()) and removed_at is null) with check (removed_by = (select acting_user()));
grant select, insert on outside_host to throughline_app;
grant update (removed_by, removed_at) on outside_host to throughline_app;
