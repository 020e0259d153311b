create table import_mapping (
  agency_id uuid primary key references agency,
  columns jsonb not null, -- header as written -> field
  saved_by uuid not null, saved_at timestamptz not null
);
create table import_batch (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  file_name text not null, format text not null check (format in ('CSV', 'PRISON_SEARCH')),
  file bytea, -- kept until the batch is committed or thrown away
  columns jsonb,
  counts jsonb,
  made_by uuid not null, made_at timestamptz not null,
  committed_at timestamptz, undone_at timestamptz, undo_report jsonb,
  version int not null default 1
);
create index batches_of_agency on import_batch (agency_id, made_at desc);
-- What the batch found and did, row by row: the error report, the duplicates set aside, and what undo needs.
create table import_row (
  batch_id uuid not null references import_batch, row int not null,
  result text not null, -- ADDED, CHANGED, UNCHANGED, DUPLICATE, REJECTED
  incoming jsonb, problems jsonb not null default '[]',
  person_id uuid, case_id uuid, before jsonb,
  candidate_ids uuid[] not null default '{}', resolution text, resolved_by uuid, resolved_at timestamptz,
  like provenance including defaults,
  primary key (batch_id, row)
);
