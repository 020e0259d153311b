-- A contract that pays an agency for results with people. Money is whole pence or cents.
create table result_contract (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency, -- which is paid
  funder text not null check (length(funder) between 1 and 120),
  title text not null check (length(title) between 1 and 120),
  currency text not null check (currency in ('GBP', 'EUR')),
  from_on date not null check (from_on >= '2000-01-01'), until_on date not null,
  follow_days int not null check (follow_days between 7 and 730), -- how long somebody is followed after release
  made_by uuid not null references account, made_at timestamptz not null,
  ended_by uuid references account, ended_at timestamptz,
  check (until_on > from_on), check ((ended_by is null) = (ended_at is null))
);
create index contracts_of_agency on result_contract (agency_id, from_on desc);

create table result_price (
  contract_id uuid not null references result_contract,
  result text not null check (result in ('PROGRAMME_COMPLETED', 'SENTENCE_COMPLETED', 'NOT_BACK', 'NO_REOFFENDING')),
  price_in_minor int not null check (price_in_minor between 1 and 10000000),
  primary key (contract_id, result)
);

-- What was claimed at once: how many people, at the price of that day. Somebody else says yes or no.
create table result_claim (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null, result text not null,
  price_in_minor int not null, people_count int not null check (people_count > 0),
  cohort_id uuid references cohort, followed_count int, -- of NO_REOFFENDING: nobody by name, and how many were followed
  made_by uuid not null references account, made_at timestamptz not null,
  decision text check (decision in ('APPROVED', 'DECLINED')),
  decided_by uuid references account, decided_at timestamptz, decided_words text not null default '' check (length(decided_words) <= 500),
  withdrawn_at timestamptz,
  foreign key (contract_id, result) references result_price,
  check ((result = 'NO_REOFFENDING') = (cohort_id is not null)), check ((cohort_id is null) = (followed_count is null)),
  check ((decision is null) = (decided_by is null)), check ((decision is null) = (decided_at is null)),
  check (decided_by <> made_by), check (decision is null or withdrawn_at is null), check (decision <> 'DECLINED' or decided_words <> '')
);
create index claims_of_cohort on result_claim (cohort_id) where cohort_id is not null;
create index claims_of_contract on result_claim (contract_id, made_at desc);

-- The rows behind a claim: whose result, and the row of the record that says so. Freed where the claim was declined or taken back.
create table claimed_result (
  claim_id uuid not null references result_claim, contract_id uuid not null references result_contract, result text not null,
  agency_id uuid not null references agency, -- for which it was claimed
  source_id uuid not null, -- a place on a course, a date of the sentence, a stay in prison
  case_id uuid not null references case_file, person_id uuid not null references person,
  happened_on date not null, matures_on date not null,
  freed_at timestamptz,
  like provenance including defaults,
  primary key (claim_id, source_id)
);
create unique index one_claim_for_a_person on claimed_result (contract_id, result, person_id) where freed_at is null;
create unique index one_claim_for_a_row on claimed_result (agency_id, result, source_id) where freed_at is null;
create index claimed_of_person on claimed_result (person_id);
create index claimed_of_case on claimed_result (case_id);
