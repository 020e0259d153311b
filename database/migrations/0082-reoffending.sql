-- Proven reoffending: offences as police or probation bring them in, cohorts of people who were released, and what was counted.

-- One file that was brought in may be about people, or about offences.
alter table import_batch add column kind text not null default 'PEOPLE' check (kind in ('PEOPLE', 'OFFENCES'));
alter table import_mapping add column kind text not null default 'PEOPLE' check (kind in ('PEOPLE', 'OFFENCES'));
alter table import_mapping drop constraint import_mapping_pkey, add primary key (agency_id, kind);

-- An offence under the number that its source knows the person by. It points at nobody: who brings a file in must not learn
-- from it whom the record knows. The link is made where a cohort is counted (src/reoffending/functions.sql).
create table offence_record (
  batch_id uuid not null references import_batch, row int not null,
  identifier_type text not null check (identifier_type in ('PNC', 'CRO', 'PRISON_NUMBER', 'CRN')),
  identifier text not null,
  reference text, -- of its source: what is told again replaces what was told before
  offence_on date not null,
  outcome text not null, outcome_on date check (outcome_on >= offence_on),
  kind text not null default '', category text, -- of the published predictor
  jurisdiction text not null default '', is_recordable boolean not null default true,
  is_whole_history boolean not null default false, -- its file holds every sanction of whoever is in it
  like provenance including defaults,
  primary key (batch_id, row)
);
create index offences_by_number on offence_record (identifier, identifier_type);

-- Who left one prison in whole quarters of a year, followed in one agency's offences.
create table cohort (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  title text not null check (length(title) between 1 and 100),
  prison_id uuid not null references agency,
  source_id uuid not null references agency,
  from_on date not null, to_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz,
  -- Whole quarters, so that two cohorts do not differ by a handful of people who could then be told apart.
  check (from_on = date_trunc('quarter', from_on)::date),
  check (to_on = (date_trunc('quarter', to_on) + interval '3 months - 1 day')::date),
  check (from_on < to_on and to_on < from_on + interval '4 years')
);
create index cohorts_of_agency on cohort (agency_id, from_on desc) where ended_at is null;
create index cohorts_of_prison on cohort (prison_id) where ended_at is null;

-- What the worker counted last. Whole numbers, of nobody by name; what is too few to show is held back where it is shown.
create table cohort_result (
  cohort_id uuid primary key references cohort,
  counted_at timestamptz not null,
  state text not null check (state in ('COUNTED', 'NOT_AGREED', 'TOO_CLOSE')),
  people int not null default 0, reoffenders int not null default 0, reoffences int not null default 0,
  mature_on date, is_mature boolean not null default false,
  -- Those for whom the source holds a whole history, followed for two years against the published predictor.
  scored int not null default 0, expected double precision not null default 0, scored_reoffenders int not null default 0,
  scored_mature_on date, scored_is_mature boolean not null default false
);
create table cohort_area (
  cohort_id uuid not null references cohort, area text not null,
  people int not null, reoffenders int not null, expected double precision not null,
  primary key (cohort_id, area)
);

-- What a cohort is compared with: another cohort, or a published figure. The next replaces it, and both stay.
create table cohort_baseline (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort,
  base_id uuid references cohort,
  rate double precision check (rate between 0 and 1),
  people int check (people > 0),
  from_on date, to_on date,
  method text not null check (length(method) between 1 and 500),
  set_by uuid not null references account, set_at timestamptz not null, replaced_at timestamptz,
  check ((base_id is null) = (rate is not null)),
  check (base_id is distinct from cohort_id),
  check (base_id is not null or (from_on is not null and to_on >= from_on))
);
create unique index one_baseline_of_cohort on cohort_baseline (cohort_id) where replaced_at is null;
create index releases_of_prison on custody (agency_id, left_on) where left_on is not null;
