-- An agency is split or merged (R031): what moves, planned by one person and approved by another.
create table reorganisation (
  id uuid primary key default gen_random_uuid(),
  from_agency_id uuid not null references agency,
  to_agency_id uuid not null references agency,
  team_ids uuid[] check (cardinality(team_ids) > 0), -- null: all of it, and the agency closes
  reason text not null,
  planned_by uuid not null references account, planned_at timestamptz not null,
  approved_by uuid references account, approved_at timestamptz,
  withdrawn_at timestamptz,
  done_at timestamptz,
  counts jsonb, -- what was moved: {accounts, teams, cases, referrals, services, agreements}
  check (from_agency_id <> to_agency_id),
  check (approved_by <> planned_by)
);
create unique index one_reorganisation_at_a_time on reorganisation (from_agency_id) where done_at is null and withdrawn_at is null;
