-- What hangs on a person and in which order it goes, read from the catalogue (src/retention/records/functions.sql).
create table private.record_table (name text primary key, found_by text not null, of_class text, distance int not null);

-- Who is deleted is looked for in every table that points at them: without these each of them is read whole.
create index notes_of_person on note (person_id);
create index needs_of_person on need (person_id);
create index steps_of_person on step (person_id);
create index appointments_of_person on appointment (person_id);
create index referrals_of_person on referral (person_id);
create index assessments_of_person on assessment (person_id);
create index alerts_of_case on alert (case_id);
create index need_versions_of_case on need_version (case_id);
create index rows_of_person on import_row (person_id) where person_id is not null;
