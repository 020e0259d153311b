-- What the rows said of a contract when they were counted last, for the page of a contract: numbers of nobody by name.
-- Kept by recount_contracts() alone.
create table contract_count (
  contract_id uuid not null, result text not null,
  claimable int not null, not_yet int not null, next_on date, not_met int not null,
  apart_mark text not null, -- of whom it left out because their record is closed to somebody: where that changed, it is not shown
  counted_at timestamptz not null,
  primary key (contract_id, result),
  foreign key (contract_id, result) references result_price
);
drop function if exists contract_results(uuid, date);
