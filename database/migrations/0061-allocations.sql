-- What one worker can hold, when they are away and who stands in, and who gets full offender management.
create table worker_capacity (
  account_id uuid primary key references account,
  hours_per_week int not null check (hours_per_week between 1 and 60),
  works_on int[] not null check (works_on <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(works_on) between 1 and 7), -- Monday is 1
  most_points int not null check (most_points between 0 and 400), -- a case weighs what the rule in force says
  languages text[] not null default '{}' check (cardinality(languages) <= 10),
  set_by uuid not null references account, set_at timestamptz not null
);

create table worker_absence (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  kind text not null check (kind in ('LEAVE', 'SICK', 'TRAINING', 'OTHER')),
  from_on date not null, until_on date not null, -- the last day away
  cover_account_id uuid references account, -- sees what the worker sees, on these days alone
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz, -- came back sooner, or never went
  check (until_on >= from_on), check (cover_account_id <> account_id)
);
create index absences_of_worker on worker_absence (account_id, until_on) where ended_at is null;
create index absences_covered_by on worker_absence (cover_account_id, until_on) where ended_at is null;

-- In editions: a case says which rule it was judged by, and the past stays what it was.
create table management_rule (
  id uuid primary key default gen_random_uuid(),
  full_from_risk text not null check (full_from_risk in ('MEDIUM', 'HIGH', 'VERY_HIGH')),
  full_from_months int not null check (full_from_months between 1 and 240), -- still to serve
  full_when_recalled boolean not null,
  full_points int not null check (full_points between 1 and 20),
  key_work_points int not null check (key_work_points between 1 and 20),
  made_by uuid references account, made_at timestamptz not null, replaced_at timestamptz
);
create unique index one_management_rule_in_force on management_rule ((true)) where replaced_at is null;
insert into management_rule (full_from_risk, full_from_months, full_when_recalled, full_points, key_work_points, made_at)
values ('HIGH', 10, true, 2, 1, '2020-01-01');

-- What was stated of one case: the risk that the rule asks for, and a choice beside the rule with its reason.
create table case_management (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  risk text check (risk in ('LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH')),
  chosen text check (chosen in ('FULL', 'KEY_WORK')),
  reason text not null default '' check (length(reason) <= 1000),
  made_by uuid not null references account, made_at timestamptz not null, replaced_at timestamptz,
  like provenance including defaults,
  check (chosen is null or reason <> '')
);
create unique index one_management_of_case on case_management (case_id) where replaced_at is null;
create index management_of_person on case_management (person_id);

-- A whole caseload that went to others: which places ended and which were made for them, so that it can be undone within a day.
create table caseload_move (
  id uuid primary key default gen_random_uuid(),
  from_account_id uuid not null references account,
  moved jsonb not null, -- [{from, to}]: places on cases
  made_by uuid not null references account, made_at timestamptz not null,
  undone_at timestamptz
);
create index caseload_moves_of_worker on caseload_move (from_account_id, made_at desc);

create index parties_answerable on case_party (agency_id, case_id) where until_on is null and relationship in ('CUSTODY', 'SUPERVISION');
create index parties_allocated on case_party (agency_id, account_id) where until_on is null and relationship = 'ALLOCATED';
