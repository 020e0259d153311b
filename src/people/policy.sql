-- A person is seen by whoever may see the identity of one of their cases. A new one has no case yet: whoever adds a person
-- opens a case and joins it in the same transaction, and does not read the row back before.
create policy person_seen on person for select to throughline_app using (
  exists (select from sight where sight.person_id = person.id and 'identity' = any(sight.reads)));
create policy person_added on person for insert to throughline_app with check (owner_agency_id = (select acting_agency()));
create policy person_changed on person for update to throughline_app using (
  exists (select from sight where sight.person_id = person.id and 'identity' = any(sight.writes)));
grant select, insert, update on person to throughline_app;

create policy person_identifier_seen on person_identifier for select to throughline_app using (
  exists (select from sight where sight.person_id = person_identifier.person_id and 'identity' = any(sight.reads)));
create policy person_identifier_added on person_identifier for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.person_id = person_identifier.person_id and 'identity' = any(sight.writes)));
create policy person_identifier_changed on person_identifier for update to throughline_app using (
  exists (select from sight where sight.person_id = person_identifier.person_id and 'identity' = any(sight.writes)));
create policy person_identifier_removed on person_identifier for delete to throughline_app using (
  exists (select from sight where sight.person_id = person_identifier.person_id and 'identity' = any(sight.writes)));
grant select, insert, update, delete on person_identifier to throughline_app;

create policy person_alias_seen on person_alias for select to throughline_app using (
  exists (select from sight where sight.person_id = person_alias.person_id and 'identity' = any(sight.reads)));
create policy person_alias_added on person_alias for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.person_id = person_alias.person_id and 'identity' = any(sight.writes)));
create policy person_alias_changed on person_alias for update to throughline_app using (
  exists (select from sight where sight.person_id = person_alias.person_id and 'identity' = any(sight.writes)));
create policy person_alias_removed on person_alias for delete to throughline_app using (
  exists (select from sight where sight.person_id = person_alias.person_id and 'identity' = any(sight.writes)));
grant select, insert, update, delete on person_alias to throughline_app;

-- Where somebody lives is a contact detail; a hidden address is for those who work with the person.
create policy person_address_seen on person_address for select to throughline_app using (
  exists (select from sight where sight.person_id = person_address.person_id and 'contact' = any(sight.reads)));
create policy person_address_added on person_address for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (select from sight where sight.person_id = person_address.person_id and 'contact' = any(sight.writes)));
create policy person_address_changed on person_address for update to throughline_app using (
  exists (select from sight where sight.person_id = person_address.person_id and 'contact' = any(sight.writes)));
create policy person_address_removed on person_address for delete to throughline_app using (
  exists (select from sight where sight.person_id = person_address.person_id and 'contact' = any(sight.writes)));
grant select, insert, update, delete on person_address to throughline_app;

create policy merge_seen on person_merge for select to throughline_app using (
  exists (select from sight where sight.person_id = kept_person_id and 'identity' = any(sight.reads)));
create policy merge_made on person_merge for insert to throughline_app with check (
  owner_agency_id = (select acting_agency())
  and exists (select from sight where sight.person_id = kept_person_id and 'identity' = any(sight.writes))
  and exists (select from sight where sight.person_id = merged_person_id and 'identity' = any(sight.writes)));
create policy merge_undone on person_merge for update to throughline_app using (owner_agency_id = (select acting_agency()));
grant select, insert, update on person_merge to throughline_app;

create policy version_seen on person_version for select to throughline_app using (
  exists (select from sight where sight.person_id = person_version.person_id and 'identity' = any(sight.reads)));
create policy version_kept on person_version for insert to throughline_app with check (
  owner_agency_id = (select acting_agency()) and exists (
    select from sight where sight.person_id = person_version.person_id and 'identity' = any(sight.writes)));
grant select, insert on person_version to throughline_app;
