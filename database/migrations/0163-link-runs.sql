-- One comparing of all records: by the clock, or asked for by a coordinator; how far it has come, so that it can be left and come back to.
create table link_run (
  id uuid primary key default gen_random_uuid(),
  asked_by uuid references account, -- nobody: the clock
  asked_at timestamptz not null,
  started_at timestamptz,
  looked int not null default 0, people int not null default 0,
  ended_at timestamptz,
  how text check (how in ('DONE', 'STOPPED')),
  joined int, waiting int,
  check ((ended_at is null) = (how is null))
);
create unique index one_link_run_at_a_time on link_run ((true)) where ended_at is null;
create index link_runs_by_time on link_run (asked_at desc);
