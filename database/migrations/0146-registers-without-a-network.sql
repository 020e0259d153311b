-- A register that is taken on a wing without a network names nobody on the device: lines have numbers, as on the facilitator's paper.
-- A number is given once, when somebody comes into the group, and is never given to somebody else.
alter table course_place add column number int check (number > 0);
update course_place p set number = n.number
  from (select id, row_number() over (partition by course_id order by enrolled_at, id) as number from course_place where enrolled_at is not null) n
  where n.id = p.id;
create unique index one_number_in_a_group on course_place (course_id, number);

-- Marks that were made without a network and sent later: when. `marked_at` is when they came, from when others could see them.
alter table course_mark add column written_at timestamptz;

-- Registers from a wing that could not be kept as they came: called off meanwhile, marked otherwise since, of somebody who is not seen any
-- more. Nothing marked is lost; once it is settled only the id is left.
create table unfiled_register (
  id uuid primary key, -- made where it was taken
  author_id uuid not null references account,
  session_id uuid references course_session, -- null: of none that its author sees
  why text not null check (why in ('NOT_FOUND', 'CANCELLED', 'MARKED_SINCE', 'NOT_SEEN', 'INCOMPLETE')),
  said jsonb not null, -- the form as it was filled in
  written_at timestamptz not null, arrived_at timestamptz not null,
  settled_at timestamptz, settled_as text check (settled_as in ('FILED', 'THROWN_AWAY')),
  like provenance including defaults,
  check ((settled_at is null) = (settled_as is null)),
  check (settled_at is null or said = '{}')
);
create index unfiled_registers_of_author on unfiled_register (author_id, arrived_at) where settled_at is null;
create index unfiled_registers_of_session on unfiled_register (session_id);
