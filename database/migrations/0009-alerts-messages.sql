-- What a worker should know since they last looked. Words are made from the name and codes when it is shown.
create table alert (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  case_id uuid references case_file,
  name text not null, -- of the event
  subject_id uuid not null,
  agency_id uuid, -- who did it
  details jsonb not null default '{}',
  made_at timestamptz not null,
  seen_at timestamptz
);
create index alerts_of_account on alert (account_id, made_at desc);

-- The one outbox for mail, written in the transaction of its cause. No case facts in it.
create table mail (
  id uuid primary key default gen_random_uuid(),
  to_address text not null, to_account_id uuid references account,
  locale text not null,
  subject text not null, body text not null,
  made_at timestamptz not null, next_try_at timestamptz not null, sent_at timestamptz, tries int not null default 0, last_error text
);
create index mail_waiting on mail (next_try_at) where sent_at is null;
create index mail_of_account on mail (to_account_id, made_at desc);

create table saved_filter (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account,
  page text not null, name text not null, query text not null,
  made_at timestamptz not null,
  unique (account_id, page, name)
);
