-- What one account did in one week, counted from the audit by recount_usage() alone. Nobody reads a row of it: pages show agencies.
create table usage_week (
  account_id uuid not null references account, week_on date not null check (extract(isodow from week_on) = 1),
  agency_id uuid not null references agency, -- for which it acted then
  sign_ins int not null, looks int not null, entries int not null,
  signed_in_at timestamptz, -- the last time in that week
  counted_at timestamptz not null,
  primary key (account_id, week_on, agency_id)
);
create index usage_of_agency on usage_week (agency_id, week_on);
create index usage_signed_in on usage_week (agency_id, signed_in_at) where signed_in_at is not null;
create index usage_counted on usage_week (counted_at);
