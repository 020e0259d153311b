-- What work costs those who do it: claims, who said yes, and what was paid from which fund. Money is whole pence or cents.
create table fund (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 120),
  currency text not null check (currency in ('GBP', 'EUR')),
  amount_in_minor bigint not null check (amount_in_minor between 0 and 100000000000),
  starts_on date not null, ends_on date,
  debtor_name text not null check (length(debtor_name) between 1 and 70), debtor_iban text not null check (debtor_iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  made_by uuid not null references account, made_at timestamptz not null, closed_at timestamptz,
  check (ends_on is null or ends_on >= starts_on)
);
create index funds_of_agency on fund (agency_id) where closed_at is null;

-- Rates as data, in editions: the one in force on the day of the journey counts. Without an agency: what a country publishes.
create table mileage_rate (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid references agency,
  jurisdiction text not null check (jurisdiction in ('UK-EW', 'IT', 'NL')),
  way text not null check (way in ('CAR', 'MOTORCYCLE', 'BICYCLE')),
  unit text not null check (unit in ('MILE', 'KM')),
  rate_in_minor int not null check (rate_in_minor between 1 and 500), -- pence or cents for each mile or kilometre
  from_on date not null, source text not null check (length(source) between 1 and 200),
  made_by uuid references account, made_at timestamptz not null default now()
);
create unique index one_rate_from_a_day on mileage_rate (coalesce(agency_id, '00000000-0000-0000-0000-000000000000'), jurisdiction, way, from_on);
insert into mileage_rate (jurisdiction, way, unit, rate_in_minor, from_on, source) values
  ('UK-EW', 'CAR', 'MILE', 45, '2011-04-06', 'HMRC approved mileage rates, first 10,000 miles: gov.uk/expenses-and-benefits-business-travel-mileage/rules-for-tax'),
  ('UK-EW', 'MOTORCYCLE', 'MILE', 24, '2002-04-06', 'HMRC approved mileage rates: gov.uk/expenses-and-benefits-business-travel-mileage/rules-for-tax'),
  ('UK-EW', 'BICYCLE', 'MILE', 20, '2002-04-06', 'HMRC approved mileage rates: gov.uk/expenses-and-benefits-business-travel-mileage/rules-for-tax'),
  ('NL', 'CAR', 'KM', 21, '2023-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2023'),
  ('NL', 'MOTORCYCLE', 'KM', 21, '2023-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2023'),
  ('NL', 'BICYCLE', 'KM', 21, '2023-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2023'),
  ('NL', 'CAR', 'KM', 23, '2024-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2024'),
  ('NL', 'MOTORCYCLE', 'KM', 23, '2024-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2024'),
  ('NL', 'BICYCLE', 'KM', 23, '2024-01-01', 'Belastingdienst, onbelaste reiskostenvergoeding 2024');

-- To which account somebody is paid.
create table payee (
  account_id uuid primary key references account,
  agency_id uuid not null references agency,
  holder text not null check (length(holder) between 1 and 70),
  iban text not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  set_at timestamptz not null
);

create table payment_batch (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  fund_id uuid not null references fund,
  reference text not null unique check (length(reference) between 1 and 35), -- the bank's message id
  made_by uuid not null references account, made_at timestamptz not null,
  paid_on date, paid_by uuid references account, undone_at timestamptz,
  check ((paid_on is null) = (paid_by is null)), check (paid_on is null or undone_at is null)
);
create index payment_batches_of_agency on payment_batch (agency_id, made_at desc);

create table expense_claim (
  id uuid primary key, -- made where it is typed, so that a second sending is none
  agency_id uuid not null references agency,
  claimant_id uuid not null references account,
  fund_id uuid not null references fund,
  kind text not null check (kind in ('MILEAGE', 'RECEIPT')),
  spent_on date not null,
  words text not null default '' check (length(words) <= 300),
  way text, from_place text, to_place text, is_return boolean,
  distance_in_tenths int check (distance_in_tenths between 1 and 20000), -- of a mile or kilometre, there and back if so
  unit text, rate_in_minor int,
  what text check (what in ('FARE', 'PARKING', 'FOOD', 'PHONE', 'OTHER')),
  amount_in_minor int not null check (amount_in_minor between 1 and 10000000),
  is_another boolean not null default false, -- they said that it is another journey than the one claimed already
  claimed_at timestamptz not null, withdrawn_at timestamptz,
  decision text check (decision in ('APPROVED', 'DECLINED')), decided_by uuid references account, decided_at timestamptz,
  decided_words text not null default '' check (length(decided_words) <= 300),
  batch_id uuid references payment_batch, paid_on date, -- so that who claimed reads it without the batch
  check ((kind = 'MILEAGE') = (distance_in_tenths is not null and rate_in_minor is not null and from_place is not null and to_place is not null and way is not null)),
  check ((kind = 'RECEIPT') = (what is not null)), check ((decision is null) = (decided_by is null)), check (decided_by <> claimant_id),
  check (batch_id is null or decision = 'APPROVED'), check (paid_on is null or batch_id is not null)
);
create index claims_of_claimant on expense_claim (claimant_id, spent_on desc);
create index claims_of_agency on expense_claim (agency_id, claimed_at desc);
create index claims_of_fund on expense_claim (fund_id);
create index claims_of_batch on expense_claim (batch_id) where batch_id is not null;
create unique index one_claim_for_a_journey on expense_claim (claimant_id, spent_on, least(lower(from_place), lower(to_place)), greatest(lower(from_place), lower(to_place)))
  where kind = 'MILEAGE' and not is_another and withdrawn_at is null and decision is distinct from 'DECLINED';

create table expense_receipt (
  claim_id uuid primary key references expense_claim,
  bytes bytea not null, -- a picture, drawn anew
  bytes_hash bytea not null -- of what was sent: the same receipt twice is seen
);
alter table expense_receipt alter bytes set storage external;
