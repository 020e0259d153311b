-- Sight in an emergency: for one worker, of one person, for one hour. Kept also where nobody was found, so that an answer says
-- nothing before it is written down.
create table break_glass (
  id uuid primary key,
  account_id uuid not null references account,
  agency_id uuid not null references agency,
  identifier text not null, -- as it was typed
  person_id uuid references person, -- null: no record has this number
  reason text not null check (length(reason) >= 20),
  used_at timestamptz not null, ends_at timestamptz not null,
  closed_at timestamptz, -- its rows of sight are gone: after the hour, or given back before
  review_due_at timestamptz not null,
  reviewed_by uuid references account, reviewed_at timestamptz,
  finding text check (finding in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  finding_words text not null default '',
  escalated_at timestamptz,
  like provenance including defaults,
  check (reviewed_by is distinct from account_id) -- never one's own
);
alter table break_glass alter column owner_agency_id drop not null; -- of the record; nobody's where there is none
create index break_glass_of_account on break_glass (account_id, used_at desc);
create index break_glass_of_owner on break_glass (owner_agency_id, used_at desc);
create index break_glass_open on break_glass (person_id) where closed_at is null;
create index break_glass_to_review on break_glass (review_due_at) where reviewed_at is null and person_id is not null;
