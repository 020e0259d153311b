-- From when until when somebody works at their agency, where it is known beforehand.
create table account_term (
  account_id uuid primary key references account,
  starts_on date,
  leaves_on date, -- their last day
  is_waiting boolean not null default false, -- shut out until the first day, and not for another reason
  is_over boolean not null default false, -- the last day was acted on: whoever is let in again after it stays
  check (starts_on <= leaves_on)
);
-- What a token opens: the API, or the keeping of an agency's users (SCIM).
alter table api_token add opens text not null default 'api' check (opens in ('api', 'scim'));
