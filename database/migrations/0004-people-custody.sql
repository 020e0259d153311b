create table person (
  id uuid primary key default gen_random_uuid(),
  given_name text not null,
  middle_names text not null default '',
  family_name text not null,
  chosen_name text not null default '',
  born_on date,
  sex text,
  nationality text,
  languages text[] not null default '{}',
  interpreter_language text, -- an interpreter is needed in this language
  access_needs text[] not null default '{}', -- READS_WITH_HELP, NO_PHONE, WHEELCHAIR, HEARING, SIGHT
  good_to_know text not null default '',
  phone text not null default '',
  search_text text not null generated always as
    (lower(given_name || ' ' || middle_names || ' ' || family_name || ' ' || chosen_name)) stored,
  merged_into_id uuid references person,
  corrected_fields text[] not null default '{}', -- mended by hand here: an import leaves them alone
  version int not null default 1,
  made_at timestamptz not null default now(),
  like provenance including defaults
);
create index person_search on person using gin (search_text gin_trgm_ops);
create index person_born on person (born_on);

-- What a record said of somebody before it was changed.
create table person_version (
  person_id uuid not null references person, version int not null,
  body jsonb not null,
  replaced_by uuid not null, replaced_at timestamptz not null,
  like provenance including defaults,
  primary key (person_id, version)
);

create table person_identifier (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  type text not null, -- PRISON_NUMBER, CRN, PNC, CRO, NHS, BSN, CODICE_FISCALE
  value text not null, -- canonical where it can be read, else as written
  problem text,        -- why the check failed, as a code
  source text not null default '',
  known_at timestamptz not null default now(),
  like provenance including defaults,
  unique (person_id, type, value)
);
create index person_by_identifier on person_identifier (value, type);

create table person_alias (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  given_name text not null default '', family_name text not null, born_on date,
  source text not null default '',
  search_text text not null generated always as (lower(given_name || ' ' || family_name)) stored,
  like provenance including defaults
);
create index aliases_of_person on person_alias (person_id);
create index alias_search on person_alias using gin (search_text gin_trgm_ops);

create table person_address (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  kind text not null default 'HOME', -- HOME, FIRST_NIGHT, BEFORE_CUSTODY
  lines text not null default '', postcode text not null default '',
  has_none boolean not null default false, -- no fixed abode
  is_hidden boolean not null default false,
  from_on date, until_on date,
  like provenance including defaults
);
create index addresses_of_person on person_address (person_id);

-- Two records of one person, joined; what each pointed at is kept so that it can be undone.
create table person_merge (
  id uuid primary key default gen_random_uuid(),
  kept_person_id uuid not null references person,
  merged_person_id uuid not null references person,
  moved jsonb not null default '{}',
  merged_by uuid not null, merged_at timestamptz not null, undone_at timestamptz,
  like provenance including defaults
);

-- One stay in custody. Where somebody is, and was.
create table custody (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  agency_id uuid not null references agency,
  wing text not null default '', cell text not null default '',
  received_on date, left_on date, left_reason text,
  is_recalled boolean not null default false,
  legal_status text,
  source text not null default '', known_at timestamptz not null default now(),
  version int not null default 1,
  like provenance including defaults
);
create index custody_of_person on custody (person_id);
create unique index one_place_at_a_time on custody (person_id) where left_on is null;

-- Dates come from elsewhere: each keeps value, type, source and as-known-at, and nothing is overwritten.
create table release_date (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  type text not null, -- CONFIRMED, APD, HDCAD, PRRD, CRD, ARD, HDCED, PED, NPD, LED, SED, SLED, TUSED, ERSED ...
  day date, -- null: the source no longer gives one
  source text not null,
  known_at timestamptz not null,
  replaced_at timestamptz,
  entered_by uuid, -- null: an import
  like provenance including defaults
);
create index release_dates_of_person on release_date (person_id, known_at desc);
create unique index release_date_in_force on release_date (person_id, type) where replaced_at is null;
