-- Mentors of an agency that cannot punish, whom they walk with, and what they did.
create table mentoring_scheme (
  agency_id uuid primary key references agency,
  training_target_in_minutes int not null default 10800 check (training_target_in_minutes between 60 and 60000), -- 180 hours
  lapse_after_days int not null default 21 check (lapse_after_days between 3 and 180),
  changed_by uuid not null references account, changed_at timestamptz not null
);

create table mentor (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  account_id uuid unique references account, -- nobody, until they sign in
  name text not null check (length(name) between 1 and 120),
  stage text not null default 'APPLICANT' check (stage in ('APPLICANT', 'TRAINEE', 'MENTOR', 'SUPERVISOR')),
  came_from text not null check (came_from in ('PROGRAMME', 'MENTEE', 'PUBLIC')),
  supervisor_id uuid references account,
  gender text not null check (gender in ('WOMAN', 'MAN', 'OTHER')),
  prefers text not null default 'ANY' check (prefers in ('ANY', 'WOMAN', 'MAN')), -- whom they walk with
  places text[] not null default '{}' check (cardinality(places) <= 20), -- where they can go, as written
  languages text[] not null default '{}' check (cardinality(languages) <= 20),
  interests text[] not null default '{}',
  experience text[] not null default '{}', -- pathways that they know about
  weekdays int[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]), -- 1 is Monday
  most_mentees int not null default 2 check (most_mentees between 0 and 20),
  added_by uuid not null references account, added_at timestamptz not null,
  left_on date, left_why text not null default '' check (length(left_why) <= 300),
  version int not null default 1
);
create index mentors_of_agency on mentor (agency_id) where left_on is null;
create index mentors_of_supervisor on mentor (supervisor_id) where left_on is null;

-- The file of a mentor: vetting, training, supervision, goals of their development plan, and background that they agreed to state.
create table mentor_entry (
  id uuid primary key default gen_random_uuid(),
  mentor_id uuid not null references mentor,
  kind text not null check (kind in ('VETTING', 'TRAINING', 'SUPERVISION', 'GOAL', 'BACKGROUND')),
  code text not null default '' check (length(code) <= 40), -- which vetting, which background
  happened_on date not null,
  until_on date, -- a vetting's last day, the next supervision, by when a goal
  minutes int check (minutes between 5 and 1440),
  words text not null default '' check (length(words) <= 2000),
  standard_id uuid, -- which standard of the accreditation it shows
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz, ended_words text not null default '' check (length(ended_words) <= 500), -- a goal reached or put aside
  check (until_on is null or until_on >= happened_on), check ((kind in ('TRAINING', 'SUPERVISION')) = (minutes is not null))
);
create index entries_of_mentor on mentor_entry (mentor_id, kind, happened_on desc);

-- Somebody who would like a mentor.
create table mentee_wish (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  prefers text not null default 'ANY' check (prefers in ('ANY', 'WOMAN', 'MAN')),
  gender text not null default 'OTHER' check (gender in ('WOMAN', 'MAN', 'OTHER')),
  place text not null check (length(place) between 1 and 120), -- where they will be
  languages text[] not null default '{}' check (cardinality(languages) <= 20),
  interests text[] not null default '{}',
  matters text[] not null default '{}', -- pathways
  words text not null default '' check (length(words) <= 1000),
  asked_on date not null, made_by uuid not null references account, made_at timestamptz not null, ended_at timestamptz,
  like provenance including defaults
);
create unique index one_wish_at_a_time on mentee_wish (case_id, owner_agency_id) where ended_at is null;
create index wishes_of_person on mentee_wish (person_id);
create index wishes_of_agency on mentee_wish (owner_agency_id) where ended_at is null;

create table mentor_match (
  id uuid primary key default gen_random_uuid(),
  mentor_id uuid not null references mentor,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  wish_id uuid not null references mentee_wish,
  reasons text[] not null default '{}', -- as they stood when it was proposed
  proposed_by uuid not null references account, proposed_at timestamptz not null,
  mentor_answer text check (mentor_answer in ('YES', 'NO')), mentor_answered_at timestamptz,
  person_answer text check (person_answer in ('YES', 'NO')), person_answered_at timestamptz,
  risk_words text not null default '' check (length(risk_words) <= 2000), -- what the mentor has to know and do
  risk_places text not null default '' check (length(risk_places) <= 300), -- where they meet
  risk_signed_by uuid references account, risk_signed_at timestamptz,
  gate_on date, gate_answer text check (gate_answer in ('YES', 'NO')), gate_answered_at timestamptz, -- for the release on that day
  ended_on date, ended_why text check (ended_why in ('DONE', 'PERSON_ASKED', 'MENTOR_ASKED', 'MOVED', 'RECALLED', 'NOT_SAFE', 'LOST_TOUCH', 'OTHER')),
  ended_words text not null default '' check (length(ended_words) <= 1000), ended_by uuid references account,
  version int not null default 1,
  like provenance including defaults,
  check ((ended_on is null) = (ended_why is null)), check ((risk_signed_by is null) = (risk_signed_at is null)),
  check (risk_signed_at is null or (mentor_answer = 'YES' and person_answer = 'YES'))
);
create unique index one_match_at_a_time on mentor_match (case_id, owner_agency_id)
  where ended_on is null and mentor_answer is distinct from 'NO' and person_answer is distinct from 'NO';
create index matches_of_mentor on mentor_match (mentor_id) where ended_on is null;
create index matches_of_person on mentor_match (person_id);
create index matches_of_case on mentor_match (case_id);

-- One meeting or call, or one contact with somebody who has no match: of those nothing of who it was.
create table mentor_session (
  id uuid primary key, -- made where it is typed, so that a second sending is none
  mentor_id uuid not null references mentor,
  match_id uuid references mentor_match,
  case_id uuid references case_file,
  person_id uuid references person,
  kind text not null check (kind in ('MET', 'CALL', 'GATE', 'MISSED')),
  happened_on date not null,
  minutes int check (minutes between 5 and 1440),
  topics text[] not null default '{}',
  words text not null default '' check (length(words) <= 4000),
  made_by uuid not null references account, made_at timestamptz not null, withdrawn_at timestamptz,
  like provenance including defaults,
  check ((match_id is null) = (person_id is null) and (match_id is null) = (case_id is null)),
  check ((kind = 'MISSED') = (minutes is null))
);
create index sessions_of_match on mentor_session (match_id, happened_on desc) where withdrawn_at is null;
create index sessions_of_mentor on mentor_session (mentor_id, happened_on desc);
create index sessions_of_mentored on mentor_session (person_id);
create index sessions_of_mentored_case on mentor_session (case_id);
create index sessions_of_mentoring on mentor_session (owner_agency_id, happened_on);

-- What an accreditation asks of a mentoring service; an agency's own.
create table mentoring_standard (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  position int not null, title text not null check (length(title) between 1 and 160), asks text not null default '' check (length(asks) <= 600),
  shown_by text[] not null default '{}' check (shown_by <@ array['VETTING', 'TRAINING', 'SUPERVISION', 'GOALS', 'RISK', 'MATCHING', 'SESSIONS']),
  words text not null default '' check (length(words) <= 2000), -- what the agency says of it itself
  made_by uuid not null references account, made_at timestamptz not null, removed_at timestamptz
);
create index standards_of_agency on mentoring_standard (agency_id, position) where removed_at is null;
alter table mentor_entry add foreign key (standard_id) references mentoring_standard;
