-- What a partner gathered, given to those who may write in the notes of a case: part of the record once one of them takes it (R015).
create table submission (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  words text not null check (length(words) between 1 and 4000),
  made_by uuid not null references account, made_at timestamptz not null,
  withdrawn_at timestamptz,
  decision text check (decision in ('TAKEN', 'DECLINED')),
  decided_by uuid references account, decided_at timestamptz,
  reason text not null default '' check (length(reason) <= 1000), -- of a no
  note_id uuid references note, -- what it became
  like provenance including defaults, -- basis: how whoever gave it knows
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is null or withdrawn_at is null),
  check ((note_id is not null) = (decision is not distinct from 'TAKEN')),
  check (decision is distinct from 'DECLINED' or length(reason) > 0),
  check (decided_by <> made_by)
);
create index submissions_of_case on submission (case_id, made_at desc);
create index submissions_of_person on submission (person_id);
