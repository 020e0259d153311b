-- One running of a programme: a group in a wing or in the community, or one to one.
create table course (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  programme_id uuid not null, edition int not null,
  name text not null check (length(name) between 1 and 80),
  mode text not null check (mode in ('GROUP', 'ONE_TO_ONE')),
  gender text not null check (gender in ('MEN', 'WOMEN', 'MIXED')),
  prison_id uuid references agency, wing text check (length(wing) <= 40), -- null: in the community
  place text not null check (length(place) between 1 and 200),
  starts_on date not null,
  smallest int not null check (smallest >= 1), largest int not null check (largest >= smallest and largest <= 60),
  made_by uuid not null references account, made_at timestamptz not null,
  confirmed_at timestamptz, confirmed_by uuid references account,
  ended_at timestamptz, ended_how text check (ended_how in ('HELD', 'CALLED_OFF')),
  foreign key (programme_id, edition) references programme_edition,
  check ((prison_id is null) = (wing is null)), check ((confirmed_at is null) = (confirmed_by is null)),
  check ((ended_at is null) = (ended_how is null))
);
create index courses_of_agency on course (agency_id, starts_on desc);
create index courses_of_prison on course (prison_id) where ended_at is null;

create table course_facilitator (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references course,
  account_id uuid not null references account,
  role text not null check (role in ('LEAD', 'FACILITATOR', 'DEPUTY')),
  named_by uuid not null references account, named_at timestamptz not null, ended_at timestamptz
);
create unique index one_place_of_a_facilitator on course_facilitator (course_id, account_id) where ended_at is null;

create table course_session (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references course,
  number int not null check (number > 0),
  session_key text not null, -- of the package
  starts_at timestamptz not null, length_in_minutes int not null check (length_in_minutes between 10 and 480),
  own_plan text not null default '' check (length(own_plan) <= 4000), -- what this group does otherwise
  catch_up_of_id uuid references course_session,
  moved_from timestamptz, moved_at timestamptz, cancelled_at timestamptz,
  corrected_from timestamptz[] not null default '{}', -- times that were wrong: marks taken for them count
  version int not null default 1
);
create index sessions_of_course on course_session (course_id, starts_at);

-- Somebody's place: on the waiting list, in the group, gone. What they say, how they were and why they left stands elsewhere.
create table course_place (
  id uuid primary key default gen_random_uuid(),
  course_id uuid not null references course,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  waits_since date not null,
  failed_rules text[] not null default '{}', -- what was not met on that day, and taken in all the same
  enrolled_at timestamptz,
  left_at timestamptz, left_how text check (left_how in ('COMPLETED', 'DROPPED_OUT', 'WITHDRAWN', 'NOT_TAKEN_IN')),
  made_by uuid not null references account,
  version int not null default 1,
  like provenance including defaults,
  check ((left_at is null) = (left_how is null))
);
create unique index one_place_on_a_course on course_place (course_id, person_id);
create index places_of_person on course_place (person_id);
create index places_of_case on course_place (case_id);

-- Each facilitator's own mark: two who take the same register are both kept. `seen_until` is up to when their page showed what others had marked.
create table course_mark (
  session_id uuid not null references course_session,
  place_id uuid not null references course_place,
  taken_by uuid not null references account,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  mark text not null check (mark in ('ATTENDED', 'LATE', 'ABSENT_ACCEPTABLE', 'ABSENT_UNACCEPTABLE')),
  why text not null default '' check (length(why) <= 200),
  of_starts_at timestamptz not null, -- the time of the session as the register was taken
  seen_until timestamptz not null, marked_at timestamptz not null,
  like provenance including defaults,
  primary key (session_id, place_id, taken_by)
);
create index marks_of_place on course_mark (place_id);
create index marks_of_person on course_mark (person_id);
create index marks_of_case on course_mark (case_id);

-- How a session went, of nobody in particular; one for each who takes the register.
create table course_session_note (
  session_id uuid not null references course_session,
  written_by uuid not null references account,
  words text not null check (length(words) between 1 and 4000), written_at timestamptz not null,
  primary key (session_id, written_by)
);

-- What is written about one participant: freely, beside the marks.
create table course_entry (
  id uuid primary key default gen_random_uuid(),
  place_id uuid not null references course_place,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('NOTE', 'MOTIVE', 'VALUES', 'BEHAVIOUR', 'TRUST', 'CONTACT', 'LEAVING')),
  code text not null default '' check (length(code) <= 40), -- of MOTIVE, BEHAVIOUR, TRUST, CONTACT and LEAVING: which
  happened_on date not null,
  words text not null default '' check (length(words) <= 4000),
  made_by uuid not null references account, made_at timestamptz not null,
  like provenance including defaults,
  check (code <> '' or words <> '')
);
create index entries_of_place on course_entry (place_id);
create index entries_of_course_person on course_entry (person_id);
create index entries_of_course_case on course_entry (case_id);

create table course_measure (
  place_id uuid not null references course_place,
  moment text not null check (moment in ('BEFORE', 'AFTER')),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  answers jsonb not null, -- key of the statement -> 1 to 5; one left out is not there
  answered_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  like provenance including defaults,
  primary key (place_id, moment)
);
create index measures_of_person on course_measure (person_id);
create index measures_of_case on course_measure (case_id);

-- Who sits in on a session, and which participants said yes to it.
create table course_observer (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references course_session,
  name text not null check (length(name) between 1 and 120),
  comes_from text not null check (length(comes_from) between 1 and 200),
  agreed_place_ids uuid[] not null,
  asked_by uuid not null references account, asked_at timestamptz not null, ended_at timestamptz
);
create index observers_of_session on course_observer (session_id);

-- What is known of somebody's risk to others in a group. It stands with the risk; a facilitator is told that somebody has to be asked, and not why.
create table group_caution (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('KEEP_APART', 'DOMESTIC_ABUSE')),
  other_person_id uuid references person,
  words text not null default '' check (length(words) <= 1000),
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz, ended_by uuid references account,
  like provenance including defaults,
  check ((kind = 'KEEP_APART') = (other_person_id is not null)), check (other_person_id <> person_id)
);
create index cautions_of_person on group_caution (person_id) where ended_at is null;
create index cautions_about_other on group_caution (other_person_id) where ended_at is null;
create index cautions_of_case on group_caution (case_id);

-- What somebody who sees the risk decided of one place, for the group as it then was.
create table course_clearance (
  id uuid primary key default gen_random_uuid(),
  place_id uuid not null references course_place,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  is_allowed boolean not null,
  with_place_ids uuid[] not null,
  decided_by uuid not null references account, decided_at timestamptz not null,
  like provenance including defaults
);
create index clearances_of_place on course_clearance (place_id, decided_at desc);
create index clearances_of_person on course_clearance (person_id);
create index clearances_of_case on course_clearance (case_id);
