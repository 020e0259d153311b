-- The plan made together: goals in the person's own words, what a step is besides its title, reviews that each make a version, and
-- what the person says about the plan at their own door.
create table goal (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  words text not null check (length(words) between 1 and 500), -- as the person said it
  kind text not null check (kind in ('PRACTICAL', 'INNER')), -- INNER: thinking, attitudes, emotions
  pathways text[] not null default '{}',
  need_ids uuid[] not null default '{}',
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'FUTURE', 'ACHIEVED', 'REMOVED')),
  status_reason text not null default '' check (length(status_reason) <= 500),
  made_by uuid not null references account, made_at timestamptz not null, closed_at timestamptz,
  version int not null default 1,
  like provenance including defaults,
  check ((closed_at is null) = (status in ('ACTIVE', 'FUTURE')))
);
create index goals_of_case on goal (case_id);
create index goals_of_person on goal (person_id);

alter table step
  add goal_id uuid references goal,
  add kind text not null default 'PRACTICAL' check (kind in ('PRACTICAL', 'INNER')),
  add done_when text not null default '' check (length(done_when) <= 200), -- how all will know that it is done
  add lead_kind text, -- which lead time counts for it: a key of lead_time_edition.kinds
  add waits_for uuid[] not null default '{}', -- steps of the same case
  add contributing_ids uuid[] not null default '{}', -- agencies that help
  add informed_ids uuid[] not null default '{}'; -- agencies that are told
create index steps_to_begin on step (case_id) where closed_at is null and lead_kind is not null;

-- How many days before release a kind of step has to begin. Editions: a warning can be read with the days that counted then.
create table lead_time_edition (
  edition int primary key,
  kinds jsonb not null, -- code -> days
  made_by uuid references account, -- null: what a partnership starts with
  made_at timestamptz not null default now()
);
insert into lead_time_edition (edition, kinds) values (1, '{"HOME": 84, "SUPPORTED_HOME": 112, "BENEFITS": 35, "BANK_ACCOUNT": 42,
  "IDENTITY_PAPERS": 56, "DOCTOR": 14, "TREATMENT": 28, "WORK_OR_COURSE": 42, "FAMILY": 56}');

create table plan_review (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  number int not null check (number > 0), -- the version of the plan that it makes
  reviewed_on date not null,
  agreement text not null check (agreement in ('AGREES', 'IN_PART', 'DISAGREES', 'NOT_THERE')),
  own_words text not null default '' check (length(own_words) <= 2000),
  contribution text not null default '' check (length(contribution) <= 2000), -- what the person brought in, in own words
  present_ids uuid[] not null default '{}', -- accounts
  others_present text not null default '' check (length(others_present) <= 300),
  epics_stage text not null check (epics_stage in ('ENGAGE_AND_ASSESS', 'PLAN_TOGETHER', 'INFLUENCE_AND_MOTIVATE', 'CONNECT', 'SUPPORT')),
  aspire_stage text not null check (aspire_stage in ('ASSESS', 'SENTENCE_PLAN', 'IMPLEMENT', 'REVIEW', 'EVALUATE')),
  next_on date,
  content jsonb not null, -- goals and steps as they stood
  made_by uuid not null references account, made_at timestamptz not null,
  like provenance including defaults,
  unique (case_id, number),
  check (agreement not in ('IN_PART', 'DISAGREES') or own_words <> ''),
  check (next_on is null or next_on > reviewed_on)
);
create index reviews_of_person on plan_review (person_id);

create table plan_reply (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  goal_id uuid references goal, -- null: the whole plan
  agreement text check (agreement in ('AGREES', 'IN_PART', 'DISAGREES')),
  words text not null default '' check (length(words) <= 2000),
  said_at timestamptz not null,
  like provenance including defaults,
  check (agreement is not null or words <> '')
);
create index replies_of_case on plan_reply (case_id, said_at desc);
create index replies_of_person on plan_reply (person_id);
