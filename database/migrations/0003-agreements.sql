-- From whom sight comes: an agreement between agencies, and a live relationship to a case. `access` is their product,
-- kept by recompute_access() in the transaction of whatever changed (src/agreements/functions.sql).
create table agreement (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  purpose text not null,
  legal_basis text not null,
  starts_on date not null,
  ends_on date,
  ended_at timestamptz,
  made_at timestamptz not null default now()
);
create table agreement_party (
  agreement_id uuid not null references agreement,
  agency_id uuid not null references agency,
  primary key (agreement_id, agency_id)
);
-- What a kind of relationship needs to know. No agency kind means: whichever party stands in this relationship.
create table agreement_grant (
  id uuid primary key default gen_random_uuid(),
  agreement_id uuid not null references agreement,
  agency_kind text,
  relationship text not null,
  field_group text not null check (field_group in ('identity', 'contact', 'custody', 'needs', 'assessment', 'plan', 'referrals',
    'notes', 'health', 'family', 'risk', 'intelligence', 'mentoring', 'research')),
  may_contribute boolean not null default false
);

create table access (
  audience_id uuid not null, -- an account, a team or an agency
  case_id uuid not null,
  field_group text not null,
  person_id uuid not null,
  may_contribute boolean not null,
  until date,
  agreement_id uuid not null,
  primary key (audience_id, field_group, case_id) include (until) -- all that row-level security asks, from the index alone
);
create index access_of_case on access (case_id);
create index access_of_person on access (person_id, field_group);

-- A worker who is related to the person, or once was the person, never reaches the record as staff.
create table access_bar (
  account_id uuid not null references account,
  person_id uuid not null,
  reason text not null,
  made_at timestamptz not null default now(),
  primary key (account_id, person_id)
);
