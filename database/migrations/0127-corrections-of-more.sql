-- What can be corrected, stated against or restricted: also who somebody is, their numbers, addresses and release dates, an answer of an
-- assessment, and what a referral came to.
alter table correction drop constraint correction_fact_kind_check;
alter table correction add constraint correction_fact_kind_check
  check (fact_kind in ('NOTE', 'NEED', 'IDENTITY', 'NUMBER', 'ADDRESS', 'DATE', 'ANSWER', 'REFERRAL'));
create index corrections_of_person on correction (person_id);
