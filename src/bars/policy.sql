-- Seen by the managers of the agency alone: to the barred one it would say that there is a record.
create policy bar_seen on access_bar for select to throughline_app using (
  (select is_manager()) and account_id <> (select acting_user()) and kind <> 'COLLEAGUE'
  and exists (select from account a where a.id = account_id and a.agency_id = (select acting_agency())));
grant select on access_bar to throughline_app;
