-- What somebody on licence must do and must not do, whether it was explained, and what worries them about it.
create table licence_condition (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  kind text not null check (kind in ('STANDARD', 'ADDITIONAL', 'SUPERVISION')), -- SUPERVISION: after the sentence
  code text not null,
  words text not null default '' check (length(words) <= 1000), -- what it is for this person: the zone, the place, the times
  from_on date not null, until_on date,
  curfew_from_minute int check (curfew_from_minute between 0 and 1439), -- after midnight
  curfew_until_minute int check (curfew_until_minute between 0 and 1439),
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz, ended_by uuid references account,
  like provenance including defaults,
  check (until_on is null or until_on >= from_on),
  check ((code = 'CURFEW') = (curfew_from_minute is not null and curfew_until_minute is not null))
);
create index conditions_of_case on licence_condition (case_id);
create index conditions_of_person on licence_condition (person_id);

create table licence_explanation (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  how text not null check (how in ('TOGETHER', 'INTERPRETER', 'PHONE')),
  is_understood boolean not null,
  explained_by uuid not null references account, explained_at timestamptz not null,
  like provenance including defaults
);
create index explanations_of_case on licence_explanation (case_id, explained_at desc);
create index explanations_of_person on licence_explanation (person_id);

create table licence_worry (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  about text not null check (about in ('LICENCE', 'RECALL', 'RELEASE')),
  words text not null check (length(words) between 1 and 1000),
  responsible_account_id uuid references account,
  due_on date not null,
  raised_by uuid not null references account, raised_at timestamptz not null,
  answer text not null default '' check (length(answer) <= 1000), answered_by uuid references account, answered_at timestamptz,
  like provenance including defaults
);
create index worries_of_case on licence_worry (case_id);
create index worries_of_person on licence_worry (person_id);
