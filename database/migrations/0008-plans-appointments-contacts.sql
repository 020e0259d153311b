-- The next things to do on a case, each owned by an agency or a named person.
create table step (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  pathway text references pathway,
  need_id uuid references need,
  title text not null,
  due_on date,
  is_for_person boolean not null default false, -- something the person does
  responsible_agency_id uuid references agency, responsible_account_id uuid references account,
  status text not null default 'NOT_STARTED' check (status in
    ('NOT_STARTED', 'IN_PROGRESS', 'CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED', 'COMPLETED')),
  status_reason text not null default '',
  made_by uuid not null, made_at timestamptz not null, closed_at timestamptz,
  version int not null default 1,
  like provenance including defaults
);
create index steps_of_case on step (case_id);
create index steps_to_do on step (responsible_account_id, due_on) where closed_at is null;

create table appointment (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  referral_id uuid references referral,
  pathway text references pathway,
  title text not null,
  starts_at timestamptz not null, length_in_minutes int,
  place text not null default '', bring text not null default '',
  with_agency_id uuid references agency, with_account_id uuid references account, with_name text not null default '',
  attendance text check (attendance in ('ATTENDED', 'LATE', 'ABSENT_ACCEPTABLE', 'ABSENT_UNACCEPTABLE', 'DID_NOT_HAPPEN')),
  attendance_reason text not null default '', attendance_by uuid, attendance_at timestamptz,
  cancelled_at timestamptz,
  made_by uuid not null, made_at timestamptz not null,
  version int not null default 1,
  like provenance including defaults
);
create index appointments_of_case on appointment (case_id, starts_at desc);
create index appointments_of_account on appointment (with_account_id, starts_at);

create table note (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('CONTACT', 'KEY_WORK', 'PHONE', 'FAMILY', 'DECISION', 'OTHER')),
  field_group text not null default 'notes' check (field_group in ('notes', 'health', 'family', 'risk', 'mentoring')),
  pathway text references pathway,
  body text not null,
  own_words text not null default '', -- what the person said, as they said it
  happened_at timestamptz not null, length_in_minutes int,
  author_id uuid not null, written_at timestamptz not null,
  corrected_at timestamptz, withdrawn_at timestamptz, withdrawn_reason text,
  version int not null default 1,
  like provenance including defaults
);
create index notes_of_case on note (case_id, happened_at desc);
-- What a note said before it was corrected or withdrawn.
create table note_version (
  note_id uuid not null references note, version int not null,
  case_id uuid not null references case_file,
  body text not null, own_words text not null, replaced_at timestamptz not null, replaced_by uuid not null,
  like provenance including defaults,
  primary key (note_id, version)
);
