-- How grave each kind of offence is, as an agency loaded it: tables rank offences differently, so the version stands beside every sum.
create table severity_table (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  version text not null check (length(version) between 1 and 100),
  file_name text not null,
  weights jsonb not null check (jsonb_typeof(weights) = 'object'), -- kind of offence, in small letters: weight
  loaded_by uuid not null references account, loaded_at timestamptz not null,
  replaced_at timestamptz
);
create unique index one_severity_table_of_agency on severity_table (agency_id) where replaced_at is null;

-- The sum of the weights of all reoffences, by which table, and of how many the table knows nothing; held back where a few people are most
-- of it. And how the predictor did, for all and group by group: whole numbers, of which evidence shows what is of enough people.
alter table cohort_result
  add column severity double precision, add column severity_version text, add column unweighted int not null default 0,
  add column scores jsonb,
  add check (severity is null or severity_version is not null);
