-- An expected result: what was promised, by whom, by when, and which rows count towards it. How much was delivered is nowhere typed.
create table target (
  id uuid primary key default gen_random_uuid(),
  position int not null default 0,
  name text not null check (length(name) between 1 and 200),
  definition text not null check (definition in ('PEOPLE_SUPPORTED', 'SESSIONS', 'PEOPLE_MENTORED', 'PLANS_AGREED', 'SHARED_CASES',
    'REFERRALS_IN_TIME', 'FIRST_NIGHT_SETTLED', 'WORK_AT_12_WEEKS', 'NAMED_SUPERVISOR', 'LEFT_WITH_MENTOR', 'HELP_IN_SIX_MONTHS',
    'NOT_BACK_IN_12_WEEKS', 'LEARNING_SETS', 'REPORTS', 'GUIDES', 'TRAINING_GUIDES', 'CONFERENCE_PEOPLE', 'TRAINING_HOURS',
    'PROGRAMMES', 'SYSTEM_INSTALLED')),
  measure text not null check (measure in ('PEOPLE', 'ROWS', 'AMOUNT', 'SHARE')),
  amount int not null check (amount between 1 and 10000000),
  agency_id uuid not null references agency, -- which answers for it
  counted_agency_id uuid references agency, -- whose rows count; null: everybody's
  since_on date not null check (since_on >= '2000-01-01'),
  due_on date not null,
  version int not null default 1,
  made_by uuid not null references account, made_at timestamptz not null,
  retired_at timestamptz, retired_reason text not null default '' check (length(retired_reason) <= 300),
  check (due_on > since_on), check (measure <> 'SHARE' or amount <= 100), check ((retired_at is null) = (retired_reason = ''))
);
create index targets_of_agency on target (agency_id) where retired_at is null;

-- What a target said before it was changed, and why it was.
create table target_version (
  target_id uuid not null references target, version int not null,
  name text not null, definition text not null, amount int not null, counted_agency_id uuid,
  since_on date not null, due_on date not null,
  reason text not null check (length(reason) between 1 and 300),
  replaced_by uuid not null references account, replaced_at timestamptz not null,
  primary key (target_id, version)
);

-- What was counted from the rows, as it stood at the end of each month: sums since the beginning. Kept by recount_targets() alone.
create table target_count (
  target_id uuid not null references target, month date not null,
  delivered numeric not null, -- people, rows, an amount, or per cent
  of_all int not null, -- what a share is a share of
  people int not null, engagements int not null,
  counted_at timestamptz not null,
  primary key (target_id, month)
);

-- A status that somebody set by hand beside the one that was worked out.
create table target_override (
  id uuid primary key default gen_random_uuid(),
  target_id uuid not null references target,
  status text not null check (status in ('MET', 'ON_TRACK', 'BEHIND', 'LATE')),
  reason text not null check (length(reason) between 10 and 500),
  delivered numeric not null, computed text not null, -- what the figures said when it was set
  set_by uuid not null references account, set_at timestamptz not null,
  lifted_by uuid references account, lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index one_override_at_a_time on target_override (target_id) where lifted_at is null;
create index overrides_of_target on target_override (target_id, set_at);

-- Something that was held or made and is about nobody: a learning set, a report, a guide, a course, a programme.
create table output (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  kind text not null check (kind in ('LEARNING_SET', 'REPORT', 'GUIDE', 'TRAINING_GUIDE', 'CONFERENCE', 'TRAINING', 'PROGRAMME', 'SYSTEM')),
  title text not null check (length(title) between 1 and 200),
  happened_on date not null,
  people_count int not null default 0 check (people_count between 0 and 100000),
  hours numeric not null default 0 check (hours between 0 and 10000),
  languages text[] not null default '{}' check (languages <@ '{en,it,nl}'),
  evidence text not null check (length(evidence) between 1 and 300), -- where it can be looked at
  recorded_by uuid not null references account, recorded_at timestamptz not null,
  withdrawn_by uuid references account, withdrawn_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index outputs_by_kind on output (kind, happened_on) where withdrawn_at is null;

-- A line of a partner's six-month plan: specific, measured, led, timed. Figures come from a target, or from what the partner reports.
create table smart_action (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  specific text not null check (length(specific) between 1 and 500),
  measure text not null check (length(measure) between 1 and 300),
  target_id uuid references target,
  amount int not null check (amount between 1 and 10000000),
  lead text not null check (length(lead) between 1 and 120), -- a worker, or the agencies that lead
  since_on date not null, due_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  closed_at timestamptz, closed_by uuid references account,
  check (due_on > since_on), check ((closed_at is null) = (closed_by is null))
);
create index actions_of_agency on smart_action (agency_id, due_on) where closed_at is null;
create index actions_of_target on smart_action (target_id);

create table smart_progress (
  id uuid primary key default gen_random_uuid(),
  action_id uuid not null references smart_action,
  said_on date not null,
  words text not null check (length(words) between 1 and 1000),
  done int check (done between 0 and 10000000), -- null where a target counts it
  status text not null check (status in ('MET', 'ON_TRACK', 'BEHIND', 'LATE')), -- as the partner sees it
  reason text not null default '' check (length(reason) <= 500), -- why that is not what the figures say
  made_by uuid not null references account, made_at timestamptz not null
);
create index progress_of_action on smart_progress (action_id, made_at);
