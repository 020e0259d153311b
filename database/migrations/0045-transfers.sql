-- The responsibility for a case passes from one agency to another: proposed by who has it, taken over by who accepts it.
create table case_transfer (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  from_agency_id uuid not null references agency, from_account_id uuid not null references account,
  to_agency_id uuid not null references agency,
  by_on date not null, -- the day by which it should pass
  reason text not null check (length(reason) between 1 and 1000),
  open_work jsonb not null default '[]', -- [{kind, pathway, status, dueOn}]: codes and days, compiled by the database
  proposed_at timestamptz not null,
  expires_at timestamptz not null, expired_at timestamptz,
  chased_at timestamptz, chased_count int not null default 0,
  accepted_at timestamptz, declined_at timestamptz, answered_by uuid references account,
  taker_id uuid references account, team_id uuid references team, -- who works on it from now on
  decline_words text not null default '' check (length(decline_words) <= 1000),
  cancelled_at timestamptz, cancelled_by uuid references account,
  -- Read from who did what and when; nobody sets it.
  state text not null generated always as (case
    when accepted_at is not null then 'ACCEPTED' when declined_at is not null then 'DECLINED'
    when cancelled_at is not null then 'CANCELLED' when expired_at is not null then 'EXPIRED' else 'PROPOSED' end) stored,
  like provenance including defaults,
  check (from_agency_id <> to_agency_id),
  check (num_nonnulls(accepted_at, declined_at, cancelled_at, expired_at) <= 1),
  check (accepted_at is null or num_nonnulls(taker_id, team_id) = 1)
);
create unique index one_transfer_at_a_time on case_transfer (case_id) where state = 'PROPOSED';
create index transfers_of_case on case_transfer (case_id);
create index transfers_received on case_transfer (to_agency_id, proposed_at desc, id);
create index transfers_made on case_transfer (from_agency_id, proposed_at desc, id);
create index transfers_unanswered on case_transfer (expires_at) where state = 'PROPOSED';
