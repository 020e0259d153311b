-- What works, for whom, where and why: the same questions of context, mechanism and outcome, answered by each national group and laid side
-- by side. An answer is never changed: the next version stands in front of it.
create table mechanism_question (
  id uuid primary key default gen_random_uuid(),
  part text not null check (part in ('CONTEXT', 'MECHANISM', 'OUTCOME')),
  texts jsonb not null check (texts ? 'en' and texts ? 'it' and texts ? 'nl'),
  position int not null,
  made_by uuid not null references account, made_at timestamptz not null,
  retired_by uuid references account, retired_at timestamptz,
  check ((retired_at is null) = (retired_by is null))
);
create unique index mechanism_questions_in_order on mechanism_question (part, position);

create table mechanism_answer (
  question_id uuid not null references mechanism_question,
  national_group text not null check (national_group in ('UK-EW', 'IT', 'NL')),
  version int not null check (version > 0),
  words text not null check (length(words) between 1 and 3000),
  locale text not null check (locale in ('en', 'it', 'nl')), -- the language in which it was given
  with_whom text not null check (length(with_whom) between 1 and 300), -- who sat together; parts they had, no names of people in the record
  answered_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  primary key (question_id, national_group, version)
);
