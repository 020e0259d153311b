-- Notes from the wing that arrived and belong to no case that their author may write in: the person has moved, the case is closed, a
-- number was mistyped. Nothing typed is lost; once it is filed or thrown away, only the id is left, so that a second sending is none.
create table unfiled_note (
  id uuid primary key,
  author_id uuid not null references account,
  why text not null check (why in ('NOT_FOUND', 'CASE_CLOSED', 'MAY_NOT_WRITE', 'INCOMPLETE')),
  said jsonb not null, -- the form as it was typed
  written_at timestamptz not null, arrived_at timestamptz not null,
  settled_at timestamptz, settled_as text check (settled_as in ('FILED', 'THROWN_AWAY')),
  like provenance including defaults,
  check ((settled_at is null) = (settled_as is null)),
  check (settled_at is null or said = '{}')
);
create index unfiled_of_author on unfiled_note (author_id, arrived_at) where settled_at is null;
