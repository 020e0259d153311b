-- The person's own door: a worker starts it with a code, the person enters with it, and what they say stays.
create table own_door_code (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  code_hash bytea not null,
  started_by uuid not null, started_at timestamptz not null,
  ends_at timestamptz not null, used_at timestamptz, tries int not null default 0,
  like provenance including defaults
);
create index codes_of_person on own_door_code (person_id) where used_at is null;

create table own_door_session (
  token_hash bytea primary key,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  started_at timestamptz not null, seen_at timestamptz not null, ended_at timestamptz,
  like provenance including defaults
);

-- What the person said: a request for help, something that is wrong, or their own words. Never changed, only answered.
create table own_request (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('HELP', 'WRONG', 'WORDS')),
  words text not null check (length(words) between 1 and 2000),
  said_at timestamptz not null,
  answer text not null default '', answered_at timestamptz, answered_by uuid,
  like provenance including defaults
);
create index requests_of_case on own_request (case_id, said_at desc);
