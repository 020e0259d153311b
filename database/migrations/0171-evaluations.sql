-- A plan of how to find out whether something worked, made before it is known: the question, how it is asked, what is counted, of how
-- many people. Once begun it stays as it was planned; what was found, and what had to be done otherwise, stands beside it.
create table evaluation (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency, -- which answers for it
  about text not null check (about in ('KEY_WORK', 'PEER_MENTORS', 'OTHER')),
  title text not null check (length(title) between 1 and 120),
  question text not null check (length(question) between 1 and 500),
  design text not null check (design in ('BEFORE_AFTER', 'MATCHED', 'SERIES', 'SURVEY')),
  measures text[] not null default '{}' check (cardinality(measures) <= 12), -- target:ID, survey:ID:ITEM, distance:MEASURE, cohort:ID
  share_without numeric check (share_without > 0 and share_without < 1), -- what is expected without it, as a proportion
  share_with numeric check (share_with > 0 and share_with < 1 and share_with <> share_without), -- with it: a difference not to be missed
  power numeric check (power >= 0.5 and power < 1),
  ratio int check (ratio between 1 and 10), -- people compared with for each one who takes part
  from_on date not null, until_on date not null,
  led_by text not null check (length(led_by) between 1 and 120),
  approval text not null default '' check (length(approval) <= 300), -- where the ethics and the impact assessment can be read
  version int not null default 1,
  made_by uuid not null references account, made_at timestamptz not null,
  began_at timestamptz, began_by uuid references account,
  reported_at timestamptz, reported_by uuid references account,
  stopped_at timestamptz, stopped_by uuid references account, stopped_reason text not null default '' check (length(stopped_reason) <= 500),
  check (until_on > from_on),
  check ((share_without is null) = (share_with is null) and (share_with is null) = (power is null) and (power is null) = (ratio is null)),
  check (began_at is null or (approval <> '' and cardinality(measures) > 0 and (design = 'SERIES' or ratio is not null))),
  check (reported_at is null or began_at is not null),
  check (stopped_at is null or reported_at is null),
  check ((began_at is null) = (began_by is null) and (reported_at is null) = (reported_by is null)
    and (stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (stopped_reason = ''))
);
create index evaluations_of_agency on evaluation (agency_id, made_at desc, id);

-- What was found, or done otherwise than planned. Never changed.
create table evaluation_entry (
  id uuid primary key default gen_random_uuid(),
  evaluation_id uuid not null references evaluation,
  kind text not null check (kind in ('RESULT', 'CHANGE')),
  words text not null check (length(words) between 1 and 2000),
  analysis_id uuid, analysis_title text not null default '', -- no reference: an analyst's file is forgotten after 30 days, this is not
  made_by uuid not null references account, made_at timestamptz not null,
  check (kind = 'RESULT' or analysis_id is null),
  check ((analysis_id is null) = (analysis_title = ''))
);
create index entries_of_evaluation on evaluation_entry (evaluation_id, made_at);
