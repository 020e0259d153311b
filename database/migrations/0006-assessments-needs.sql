create table question_set (
  id uuid primary key default gen_random_uuid(),
  type text not null check (type in ('BCST2', 'RESETTLEMENT_PLAN')),
  version int not null,
  body jsonb not null,
  published_at timestamptz, -- null while it is being edited
  retired_at timestamptz,
  edited_by uuid,
  edit_version int not null default 1,
  unique (type, version)
);

create table assessment (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  type text not null check (type in ('BCST2', 'RESETTLEMENT_PLAN')),
  question_set_id uuid not null references question_set,
  begun_by uuid not null, begun_at timestamptz not null,
  submitted_by uuid, submitted_at timestamptz,
  skip_reason text, skipped_at timestamptz,
  reset_reason text, reset_at timestamptz,
  version int not null default 1,
  like provenance including defaults
);
create index assessments_of_case on assessment (case_id);
create unique index one_assessment_under_way on assessment (case_id, type)
  where submitted_at is null and skipped_at is null and reset_at is null;

create table assessment_draft (
  assessment_id uuid not null references assessment,
  case_id uuid not null references case_file,
  pathway text not null references pathway,
  is_restricted boolean not null default false, -- what was typed to the restricted questions of a page is a row of its own
  typed jsonb not null default '{}', -- the form as it was typed, wrong or right: nothing is lost
  saved_by uuid not null, saved_at timestamptz not null,
  is_done boolean not null default false,
  has_restricted boolean not null default false, -- the page has such a row, though the reader may not see it
  version int not null default 1, -- of the page, kept on the row that is not restricted
  like provenance including defaults,
  primary key (assessment_id, pathway, is_restricted)
);

-- An answer as given: frozen with the words of its question, its asker, agency and day.
create table answer (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references assessment,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  pathway text not null references pathway,
  question_key text not null,
  question_text text not null,
  locale text not null,
  value jsonb not null,
  shown_text text not null,
  is_no_answer boolean not null default false,
  is_restricted boolean not null default false,
  asked_by uuid not null, agency_id uuid not null,
  answered_at timestamptz not null,
  good_until_on date,
  confirms_answer_id uuid references answer, -- "still true": not asked again
  changes_answer_id uuid references answer, -- "it has changed": told, not asked again
  asked_again_of_id uuid references answer, asked_again_reason text,
  like provenance including defaults
);
create index answers_of_person on answer (person_id, question_key, answered_at desc);
create index answers_of_case on answer (case_id);
create index answers_asked_again on answer (agency_id, answered_at) where asked_again_of_id is not null;

create table need (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  pathway text not null references pathway,
  words text not null,
  needed_by_on date,
  status text not null default 'NOT_STARTED' check (status in ('NOT_STARTED', 'IN_PROGRESS', 'MET', 'DECLINED')),
  status_reason text not null default '',
  responsible_agency_id uuid references agency,
  responsible_account_id uuid references account,
  is_for_person boolean not null default false, -- the person sees to it themselves
  question_key text, answer_id uuid references answer,
  is_restricted boolean not null default false, -- raised by a restricted question: seen by those who may see risk
  begin_by_on date, -- its lead time before it is needed (R038)
  raised_by uuid not null, raised_at timestamptz not null,
  first_service_at timestamptz, -- when a service for it first started
  closed_at timestamptz,
  version int not null default 1,
  like provenance including defaults
);
create index needs_of_case on need (case_id);
create unique index one_open_need_for_a_question on need (case_id, question_key)
  where question_key is not null and status in ('NOT_STARTED', 'IN_PROGRESS');

-- What a need was before each change: shown as its history, and what undo goes back to.
create table need_version (
  need_id uuid not null references need, version int not null,
  case_id uuid not null references case_file,
  words text not null, needed_by_on date, status text not null, status_reason text not null,
  responsible_agency_id uuid, responsible_account_id uuid, is_for_person boolean not null,
  replaced_by uuid not null, replaced_at timestamptz not null,
  like provenance including defaults,
  primary key (need_id, version)
);

-- How often a question was asked, kept or asked twice: counted in the transaction of the answers, with nobody named.
create table answer_count (
  agency_id uuid not null references agency,
  month date not null, -- its first day
  question_key text not null,
  answers int not null, kept int not null, changed int not null, asked_again int not null,
  primary key (agency_id, month, question_key)
);
