-- Whose sight reaches where is itself seen only by those it is about.
create policy access_of_mine on access for select to throughline_app
  using (audience_id = any((select acting_audiences())::uuid[]) and until >= current_date);
grant select on access to throughline_app;

create policy agreement_is_open on agreement for select to throughline_app using (true);
create policy agreement_party_is_open on agreement_party for select to throughline_app using (true);
create policy agreement_party_joins on agreement_party for insert to throughline_app with check ((select is_coordinator()) or (select is_system()));
create policy agreement_grant_is_open on agreement_grant for select to throughline_app using (true);
grant select on agreement, agreement_party, agreement_grant to throughline_app;
grant insert on agreement_party to throughline_app;
-- Restrictive: a barred worker does not reach the record by their team, their agency or break-glass either.
create policy access_not_barred on access as restrictive for select to throughline_app
  using (person_id <> all((select people_barred())::uuid[]));
