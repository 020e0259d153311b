-- That a record is restricted, why, and who is on its list is known to those on it.
create policy restricted_record_seen on restricted_record for select to throughline_app using (
  exists (select from access where access.person_id = restricted_record.person_id and 'identity' = any(access.reads)));
create policy restricted_reader_seen on restricted_reader for select to throughline_app using (
  exists (select from access where access.person_id = restricted_reader.person_id and 'identity' = any(access.reads)));
grant select on restricted_record, restricted_reader to throughline_app;
