-- A prison's series of induction sessions: gentle, one after the other, and a refresher some weeks on. Ended ones stay for those who have them.
create table induction_session (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 80),
  after_days int not null check (after_days between 0 and 730), -- after reception
  is_refresher boolean not null default false,
  made_by uuid not null references account, made_at timestamptz not null, ended_at timestamptz
);
create index sessions_of_prison on induction_session (agency_id, after_days) where ended_at is null;

-- One session of one person's series, made when they are received. What was not answered lapses when they leave.
create table induction (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  stay_id uuid not null references custody,
  session_id uuid not null references induction_session,
  agency_id uuid not null references agency,
  due_on date not null,
  outcome text check (outcome in ('DONE', 'MISSED', 'DECLINED')),
  outcome_by uuid references account, outcome_at timestamptz,
  lapsed_on date, -- they left before it was answered
  version int not null default 1,
  like provenance including defaults,
  unique (stay_id, session_id),
  check ((outcome is null) = (outcome_at is null))
);
create index inductions_of_case on induction (case_id);
create index inductions_due on induction (agency_id, due_on) where lapsed_on is null and (outcome is null or outcome = 'MISSED');
