create table passport_issue (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  locale text not null, size text not null check (size in ('A4', 'A5')),
  short_code text not null unique, -- what the QR code leads staff to
  issued_by uuid not null, issued_at timestamptz not null,
  like provenance including defaults
);
create index passports_of_case on passport_issue (case_id);
