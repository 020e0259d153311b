-- That the minutes, actions and reports of a closed theme go when their time is over: one manager of the agency that leads proposes, another
-- says yes. What is left is the theme with what came of it, and here how many papers there were and the hash of all of them.
create table theme_disposal (
  theme_id uuid primary key references theme,
  reason text not null check (length(reason) between 1 and 500),
  proposed_by uuid not null references account, proposed_at timestamptz not null,
  approved_by uuid references account, approved_at timestamptz,
  done_at timestamptz, meetings int, actions int, reports int, digest text,
  check ((approved_by is null) = (approved_at is null)), check (approved_by <> proposed_by),
  check (done_at is null or approved_at is not null and meetings is not null and actions is not null and reports is not null and digest is not null)
);
create index theme_disposals_to_do on theme_disposal (approved_at) where done_at is null;
