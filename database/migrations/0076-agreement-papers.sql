-- The document itself: what the parties signed, and what was added to it later. Of nobody in the record; it is never changed.
create table agreement_paper (
  id uuid primary key default gen_random_uuid(),
  agreement_id uuid not null references agreement,
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('image/jpeg', 'application/pdf')),
  bytes bytea not null,
  added_by uuid not null references account, added_at timestamptz not null
);
create index papers_of_agreement on agreement_paper (agreement_id, added_at desc);
alter table agreement_paper alter bytes set storage external;
