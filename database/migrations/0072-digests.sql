-- How often somebody is mailed that there is news for them: one mail for all of it. Without a row: every day at eight.
create table digest_choice (
  account_id uuid primary key references account,
  rhythm text not null check (rhythm in ('DAILY', 'WEEKLY', 'NEVER')),
  hour int not null check (hour between 0 and 23), -- of the clock on the partnership's wall
  changed_at timestamptz not null
);
-- One for a day at most: the key says so, also in the night when the clock is put back.
create table digest (
  account_id uuid not null references account,
  for_on date not null,
  sent_at timestamptz not null,
  news int not null check (news > 0),
  primary key (account_id, for_on)
);
create index alerts_not_seen on alert (account_id, made_at) where seen_at is null;
