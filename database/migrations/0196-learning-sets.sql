-- A learning set that was held (an output): its agenda, what was asked there, and how far its report is in each language. Feedback is told once
-- somebody shares it, and then stands: what is told of few would move with each sheet of paper that is typed in.
create table learning_set (
  output_id uuid primary key references output,
  agenda text not null default '' check (length(agenda) <= 4000),
  questions text[] not null default '{}' check (cardinality(questions) <= 10),
  report_en text not null default 'NONE' check (report_en in ('NONE', 'DRAFT', 'CHECKED', 'PUBLISHED')),
  report_it text not null default 'NONE' check (report_it in ('NONE', 'DRAFT', 'CHECKED', 'PUBLISHED')),
  report_nl text not null default 'NONE' check (report_nl in ('NONE', 'DRAFT', 'CHECKED', 'PUBLISHED')),
  written_by uuid not null references account, written_at timestamptz not null,
  shared_by uuid references account, shared_at timestamptz,
  check ((shared_by is null) = (shared_at is null))
);

-- What one group there said to one question: how many answered, how many of them agreed, and the group's own words. Nobody reads the numbers
-- but told_feedback().
create table learning_feedback (
  output_id uuid not null references learning_set,
  question int not null check (question between 1 and 10),
  of_group text not null check (of_group in ('LIVED', 'FAMILIES', 'VOLUNTEERS', 'PRISON', 'PROBATION', 'COUNCIL_POLICE', 'CHARITY', 'OTHER')),
  answered int not null check (answered between 0 and 1000), agreed int not null check (agreed between 0 and answered),
  words text not null default '' check (length(words) <= 1000),
  entered_by uuid not null references account, entered_at timestamptz not null,
  primary key (output_id, question, of_group)
);
