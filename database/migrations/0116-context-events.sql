-- What happened around the work while it went on, so that a line on a chart can be read beside it. Holds nothing about anybody.
create table context_event (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('POLICY', 'FUNDING', 'CONTRACT', 'INSPECTION', 'PRACTICE')),
  title text not null check (length(title) between 1 and 120),
  words text not null default '' check (length(words) <= 1000),
  organisation text not null default '' check (length(organisation) <= 120), -- whom it is about: a prison, a charity, a ministry
  happened_on date not null,
  until_on date, -- when a grant, a contract or a law runs out
  amount_in_pence bigint check (amount_in_pence between 1 and 1000000000000), -- of a grant or a contract
  currency text not null default 'GBP' check (currency in ('GBP', 'EUR')),
  is_lost boolean not null default false, -- a grant or contract that ended or was not renewed
  funder text not null default '' check (length(funder) <= 120),
  conditions text not null default '' check (length(conditions) <= 500), -- what it is bound to, and what runs out with it
  rating text not null default '' check (rating in ('', 'INADEQUATE', 'REQUIRES_IMPROVEMENT', 'GOOD', 'EXCELLENT', 'OUTSTANDING')),
  actions text not null default '' check (length(actions) <= 1000), -- what an inspection asked for
  source text not null check (length(source) between 1 and 300), -- where it can be read
  made_by uuid not null references account, made_at timestamptz not null,
  withdrawn_by uuid references account, withdrawn_at timestamptz,
  check (until_on is null or until_on >= happened_on),
  check (kind in ('FUNDING', 'CONTRACT') or (amount_in_pence is null and funder = '' and conditions = '' and not is_lost)),
  check (kind = 'INSPECTION' or (rating = '' and actions = '')),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index context_events_by_day on context_event (happened_on) where withdrawn_at is null;
