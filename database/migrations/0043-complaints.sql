-- A complaint about how somebody's data was used (T18; DPA 2018 s.164A): by the person at their own door, or written down for them.
create table complaint (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  given_as text not null, -- the name under which it was made: its readers may see nothing else of the person
  about_agency_id uuid not null references agency,
  about_account_id uuid references account, -- never handles it
  words text not null check (length(words) between 1 and 4000),
  written_by uuid references account, -- null: by the person, at their own door
  made_at timestamptz not null,
  acknowledge_by_on date not null, -- 30 days: Data (Use and Access) Act 2025
  acknowledged_at timestamptz, acknowledged_by uuid references account,
  answer text not null default '', answered_at timestamptz, answered_by uuid references account,
  told_at timestamptz, -- who handles it was told that it is there
  chased_at timestamptz, -- who handles it was told that the 30 days are nearly over
  escalated_at timestamptz, -- the person took it to the regulator
  version int not null default 1,
  like provenance including defaults,
  check (acknowledged_by is distinct from about_account_id or about_account_id is null),
  check (answered_by is distinct from about_account_id or about_account_id is null)
);
create index complaints_about on complaint (about_agency_id, made_at desc);
create index complaints_of_case on complaint (case_id, made_at desc);
create index complaints_of_person on complaint (person_id);
