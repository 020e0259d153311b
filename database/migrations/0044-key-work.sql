-- How often a prison holds key work sessions, in editions: what counted when is kept, so that a count of the past stays what it was.
create table key_work_schedule (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  sessions int not null check (sessions between 1 and 7), -- in every so many weeks
  every_weeks int not null check (every_weeks between 1 and 8),
  length_in_minutes int not null check (length_in_minutes between 5 and 240),
  supervisor_quiet_after_weeks int not null check (supervisor_quiet_after_weeks between 1 and 52), -- the supervisor outside has not been in touch
  starts_on date not null,
  made_by uuid not null references account, made_at timestamptz not null, replaced_at timestamptz
);
create index key_work_schedules_of_prison on key_work_schedule (agency_id, starts_on);
create unique index one_key_work_schedule_in_force on key_work_schedule (agency_id) where replaced_at is null;

-- What became of one key work session. What was said is a note of the case; this row is what is counted.
create table key_work_session (
  id uuid primary key, -- made where it is typed, so that a second sending is none
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  agency_id uuid not null references agency,
  note_id uuid references note,
  worker_id uuid not null references account,
  kind text not null check (kind in ('SESSION', 'TALK', 'MISSED', 'CANCELLED')),
  reason text, -- why it was missed or not held
  tags text[] not null default '{}',
  length_in_minutes int check (length_in_minutes between 1 and 1440),
  happened_on date not null,
  next_on date,
  is_from_wing boolean not null default false, -- written without a network and sent later
  made_at timestamptz not null, withdrawn_at timestamptz,
  version int not null default 1,
  like provenance including defaults,
  check ((kind in ('MISSED', 'CANCELLED')) = (reason is not null))
);
create index key_work_of_case on key_work_session (case_id, happened_on desc);
create index key_work_of_person on key_work_session (person_id);
create index key_work_of_prison on key_work_session (agency_id, happened_on);
create unique index one_session_for_a_note on key_work_session (note_id) where note_id is not null;
create index stays_in_prison on custody (agency_id, received_on);
