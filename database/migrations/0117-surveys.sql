-- The same questions over time, to a person, their family, staff, or whoever has read a case. What is asked is versioned.
create table survey (
  id uuid primary key default gen_random_uuid(),
  audience text not null check (audience in ('PERSON', 'FAMILY', 'STAFF', 'CASE_REVIEW')),
  salt bytea not null default sha256(gen_random_uuid()::text::bytea), -- nobody reads it: see survey_turn
  made_by uuid not null references account, made_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_survey_of_an_audience on survey (audience) where closed_at is null;

create table survey_version (
  survey_id uuid not null references survey, version int not null check (version > 0),
  items jsonb not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 20), -- key, and text in three languages
  made_by uuid not null references account, made_at timestamptz not null,
  primary key (survey_id, version)
);

-- What somebody answered. It has no name and no hour: nobody is told from it, and nobody reads one alone.
create table survey_reply (
  id uuid primary key default gen_random_uuid(),
  survey_id uuid not null, version int not null,
  month date not null check (month = date_trunc('month', month)),
  agency_id uuid not null references agency,
  way text not null check (way in ('SCREEN', 'DOOR', 'PAPER')),
  answers jsonb not null check (jsonb_typeof(answers) = 'object'), -- key: YES, NO or UNSURE; left out where it was skipped
  entered_by uuid references account, -- who typed it in; nobody at the person's own door
  foreign key (survey_id, version) references survey_version
);
create index replies_of_survey on survey_reply (survey_id, month);

-- That somebody had their turn in a quarter, so that nobody answers twice: a mark that cannot be turned back into a person without the
-- survey's salt, and is joined to no answer.
create table survey_turn (
  survey_id uuid not null references survey, turn bytea not null,
  primary key (survey_id, turn)
);
