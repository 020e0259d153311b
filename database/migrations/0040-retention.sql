-- How long what is known about somebody is kept, what has fallen due, what must stay, and who disposed of it (T16).
create table retention_schedule (
  id uuid primary key default gen_random_uuid(),
  jurisdiction text not null check (jurisdiction in ('UK-EW', 'IT', 'NL')),
  edition int not null,
  made_by uuid references account, -- null: what a partnership starts with
  made_at timestamptz not null default now(),
  retired_at timestamptz,
  unique (jurisdiction, edition)
);
create unique index one_schedule_in_force on retention_schedule (jurisdiction) where retired_at is null;

create table retention_rule (
  schedule_id uuid not null references retention_schedule,
  place int not null,
  class retention_class not null,
  trigger text not null check (trigger in ('CASE_CLOSED', 'SENTENCE_ENDED', 'LAST_CONTACT', 'DEATH')),
  months int not null check (months between 0 and 1200),
  action text not null check (action in ('DELETE', 'ANONYMISE', 'REVIEW')),
  source text not null,
  primary key (schedule_id, place),
  unique (schedule_id, class, trigger)
);

with made as (
  insert into retention_schedule (jurisdiction, edition) values ('UK-EW', 1), ('IT', 1), ('NL', 1) returning id, jurisdiction
)
insert into retention_rule (schedule_id, place, class, trigger, months, action, source)
select made.id, r.place, r.class::retention_class, r.trigger, r.months, r.action, r.source from made join (values
  ('UK-EW', 1, 'CASE', 'CASE_CLOSED', 72, 'DELETE', 'Data Protection Act 2018 s.39; Limitation Act 1980 s.2'),
  ('UK-EW', 2, 'CASE', 'SENTENCE_ENDED', 72, 'DELETE', 'Data Protection Act 2018 s.39'),
  ('UK-EW', 3, 'SAFEGUARDING', 'CASE_CLOSED', 300, 'REVIEW', 'Data Protection Act 2018 s.39; agreed by the partners'),
  ('UK-EW', 4, 'ADMINISTRATION', 'CASE_CLOSED', 24, 'DELETE', 'UK GDPR art. 5(1)(e)'),
  ('IT', 1, 'CASE', 'CASE_CLOSED', 120, 'REVIEW', 'D.Lgs. 51/2018 art. 3'),
  ('IT', 2, 'SAFEGUARDING', 'CASE_CLOSED', 240, 'REVIEW', 'D.Lgs. 51/2018 art. 3'),
  ('IT', 3, 'ADMINISTRATION', 'CASE_CLOSED', 24, 'DELETE', 'Reg. (UE) 2016/679 art. 5'),
  ('NL', 1, 'CASE', 'CASE_CLOSED', 60, 'DELETE', 'AVG art. 5; agreed by the partners'),
  ('NL', 2, 'SAFEGUARDING', 'CASE_CLOSED', 240, 'REVIEW', 'Wmo 2015 art. 5.3.4'),
  ('NL', 3, 'ADMINISTRATION', 'CASE_CLOSED', 24, 'DELETE', 'AVG art. 5')
) as r(jurisdiction, place, class, trigger, months, action, source) on r.jurisdiction = made.jurisdiction;

-- The days that rules count from, one row a person: kept from the events since the last night, never by reading everybody.
create table retention_clock (
  person_id uuid primary key,
  has_open_case boolean not null,
  closed_on date, sentence_ends_on date, last_contact_on date, died_on date,
  classes retention_class[] not null, -- of which there is anything
  like provenance including defaults
);
create table retention_due (
  person_id uuid not null,
  class retention_class not null,
  due_on date not null,
  action text not null,
  like provenance including defaults,
  primary key (person_id, class)
);
create index due_of_agency on retention_due (owner_agency_id, due_on, person_id);
create table retention_state (
  is_only boolean primary key default true check (is_only),
  last_event_id bigint not null default 0,
  ran_at timestamptz,
  cooling_off_in_days int not null default 7 check (cooling_off_in_days between 0 and 90)
);
insert into retention_state default values;

-- What somebody decided about a record that fell due for review.
create table retention_review (
  person_id uuid not null references person,
  class retention_class not null,
  decision text not null check (decision in ('KEEP', 'DISPOSE')),
  keep_until_on date, reason text not null,
  decided_by uuid not null references account, decided_at timestamptz not null,
  like provenance including defaults,
  primary key (person_id, class),
  check ((decision = 'KEEP') = (keep_until_on is not null))
);

-- Nothing of the person is disposed of while this stands. The foreign key is the lock: see dispose_of_person().
create table legal_hold (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  case_id uuid references case_file, -- what it was asked for; it keeps all of the person
  asked_by text not null,
  reason text not null,
  from_on date not null, until_on date,
  made_by uuid not null references account, made_at timestamptz not null,
  lifted_by uuid references account, lifted_at timestamptz, lifted_because text not null default '',
  like provenance including defaults,
  check (until_on >= from_on)
);
create index holds_of_person on legal_hold (person_id) where lifted_at is null;

create table disposal (
  id uuid primary key default gen_random_uuid(),
  owner_agency_id uuid not null references agency,
  reason text not null,
  proposed_by uuid not null references account, proposed_at timestamptz not null,
  approved_by uuid references account, approved_at timestamptz,
  execute_from timestamptz, -- after the cooling-off
  withdrawn_by uuid references account, withdrawn_at timestamptz,
  started_at timestamptz, done_at timestamptz,
  digest text, -- of all that was disposed of, in order
  check (approved_by <> proposed_by)
);
create index disposals_of_agency on disposal (owner_agency_id, proposed_at desc);
create index disposals_to_execute on disposal (execute_from) where approved_at is not null and done_at is null and withdrawn_at is null;

-- Outlives the person: an id and numbers, no name.
create table disposal_item (
  disposal_id uuid not null references disposal,
  person_id uuid not null,
  class retention_class not null,
  action text not null check (action in ('DELETE', 'ANONYMISE')),
  state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'HELD', 'NOT_DUE')),
  settled_at timestamptz,
  counts jsonb not null default '{}', digest text,
  like provenance including defaults,
  primary key (disposal_id, person_id, class)
);
create index disposals_of_person on disposal_item (person_id, class);
