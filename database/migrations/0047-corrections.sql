-- What is said beside a fact: that it is wrong and what is right, that the person sees it otherwise, or that nobody may rely on it while
-- that is looked into. The fact itself stays as it was written.
create table correction (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  fact_kind text not null check (fact_kind in ('NOTE', 'NEED')),
  fact_id uuid not null,
  field_group text not null default '', -- of the fact: put there by the database
  person_name text not null default '', -- as the recipients knew the person: put there by the database
  kind text not null check (kind in ('CORRECTION', 'STATEMENT', 'RESTRICTION')),
  words text not null check (length(words) between 1 and 2000),
  own_request_id uuid references own_request, -- what the person said at their own door
  made_by uuid not null references account, made_at timestamptz not null,
  lifted_at timestamptz, lifted_by uuid references account, -- of a restriction
  like provenance including defaults,
  check (lifted_at is null or kind = 'RESTRICTION')
);
create index corrections_of_case on correction (case_id, made_at desc);
create index corrections_of_fact on correction (fact_id);
create unique index one_restriction_of_a_fact on correction (fact_id) where kind = 'RESTRICTION' and lifted_at is null;

-- Every agency that had sight of that part since the fact was written: each acknowledges, and anew when a restriction is lifted.
create table correction_recipient (
  correction_id uuid not null references correction,
  agency_id uuid not null references agency,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  told_at timestamptz not null,
  acknowledged_at timestamptz, acknowledged_by uuid references account,
  like provenance including defaults,
  primary key (correction_id, agency_id)
);
create index corrections_to_agency on correction_recipient (agency_id, told_at desc);
