-- What an agency promised a funder. What was delivered is counted from the rows, never typed.
create table funder_target (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  funder text not null check (length(funder) between 1 and 120),
  measure text not null check (measure in ('PROGRAMMES', 'PEOPLE_MENTORED', 'MENTORING_SESSIONS', 'TRAINING_HOURS')),
  target int not null check (target between 1 and 10000000),
  from_on date not null, until_on date not null,
  made_by uuid not null references account, made_at timestamptz not null, removed_at timestamptz,
  check (until_on >= from_on)
);
create index funder_targets_of_agency on funder_target (agency_id, funder) where removed_at is null;
