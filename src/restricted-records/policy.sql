-- That a record is restricted, why, and who is on its list is known to those on it.
create policy restricted_record_seen on restricted_record for select to throughline_app using (
  exists (select from sight where sight.person_id = restricted_record.person_id and 'identity' = any(sight.reads)));
create policy restricted_reader_seen on restricted_reader for select to throughline_app using (
  exists (select from sight where sight.person_id = restricted_reader.person_id and 'identity' = any(sight.reads)));
grant select on restricted_record, restricted_reader to throughline_app;
