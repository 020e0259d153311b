-- The secret address under which a worker's own calendar program reads their times. Times alone: it says nothing of anybody.
create table calendar_feed (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  token_hash bytea not null unique,
  made_at timestamptz not null, ended_at timestamptz, read_at timestamptz,
  hour_begun_at timestamptz, reads_in_hour int not null default 0
);
create unique index one_live_feed on calendar_feed (account_id) where ended_at is null;
