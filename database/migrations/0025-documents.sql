-- Letters, tenancy agreements, copies of papers (T28). What a document holds lies apart, so that lists stay small.
create table document (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  field_group text not null,
  title text not null,
  kind text not null check (kind in ('image/jpeg', 'application/pdf')),
  size_in_bytes int not null check (size_in_bytes > 0),
  checked_at timestamptz, -- null: in quarantine, nobody may open it
  refused_at timestamptz, -- by the scanner; what it held is gone then
  refused_as text not null default '',
  added_by uuid not null references account, added_at timestamptz not null,
  withdrawn_at timestamptz, withdrawn_reason text not null default '',
  version int not null default 1,
  like provenance including defaults
);
create index documents_of_case on document (case_id, added_at desc, id desc);
create index documents_in_quarantine on document (added_at) where checked_at is null and refused_at is null;

create table document_content (
  document_id uuid primary key references document,
  bytes bytea not null,
  like provenance including defaults
);
alter table document_content alter bytes set storage external; -- pictures and PDF do not shrink any further
