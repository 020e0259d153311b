-- A programme of somebody's own, of twelve months, written with them in or after a group (an entry of their place on it), and promised to funders.
alter table course_entry drop constraint course_entry_kind_check;
alter table course_entry add constraint course_entry_kind_check
  check (kind in ('NOTE', 'MOTIVE', 'VALUES', 'BEHAVIOUR', 'TRUST', 'CONTACT', 'LEAVING', 'OWN_PROGRAMME'));
alter table funder_target drop constraint funder_target_measure_check;
alter table funder_target add constraint funder_target_measure_check
  check (measure in ('PROGRAMMES', 'OWN_PROGRAMMES', 'PEOPLE_MENTORED', 'MENTORING_SESSIONS', 'TRAINING_HOURS'));
