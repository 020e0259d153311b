-- Who is reminded of a line of a plan; null: every manager of its agency.
alter table smart_action add lead_account_id uuid references account;

-- That somebody was reminded: before it is due, after, and where nothing was reported for a month. Kept by remind_smart_plans() alone.
create table smart_reminder (
  action_id uuid not null references smart_action,
  account_id uuid not null references account,
  kind text not null check (kind in ('DUE', 'LATE', 'QUIET')),
  for_on date not null, -- the day it is due, or of the reminder where it was quiet
  told_at timestamptz not null,
  primary key (action_id, account_id, kind, for_on)
);
