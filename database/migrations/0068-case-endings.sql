-- How and when a case ended, and whether it was taken up again. Nothing ends a case but a person who says so.
create table case_ending (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  reason text not null check (reason in ('SETTLED', 'SUPERVISION_ENDED', 'PERSON_ASKED', 'MOVED_AWAY', 'DIED', 'OPENED_BY_MISTAKE')),
  words text not null default '' check (length(words) <= 1000), -- how things stand at the end
  persons_words text not null default '' check (length(persons_words) <= 1000), -- how the person sees it
  ended_at timestamptz not null, ended_by uuid not null references account,
  reopened_at timestamptz, reopened_by uuid references account,
  reopen_words text not null default '' check (length(reopen_words) <= 1000),
  like provenance including defaults,
  check ((reopened_at is null) = (reopened_by is null))
);
create unique index one_ending_at_a_time on case_ending (case_id) where reopened_at is null;
create index endings_of_case on case_ending (case_id);
create index endings_of_person on case_ending (person_id);
create index endings_of_agency on case_ending (owner_agency_id, ended_at desc, id) where reopened_at is null;
