-- The register of what went wrong with people's data (UK GDPR art. 33(5), Data Protection Act 2018 s.67(6)): numbers, no names.
create table data_breach (
  id uuid primary key default gen_random_uuid(),
  owner_agency_id uuid not null references agency,
  what_happened text not null,
  found_at timestamptz not null, -- the 72 hours count from here
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['CONFIDENTIALITY', 'INTEGRITY', 'AVAILABILITY']),
  whose text not null, people_count int not null check (people_count >= 0),
  risk text not null check (risk in ('UNLIKELY', 'RISK', 'HIGH')),
  contained text not null default '',
  regulator_told_at timestamptz, regulator_reference text not null default '', regulator_not_because text not null default '',
  people_told_at timestamptz, people_not_because text not null default '',
  lessons text not null default '',
  recorded_by uuid not null references account, recorded_at timestamptz not null,
  warned_of_24_at timestamptz, warned_of_4_at timestamptz,
  version int not null default 1,
  check (regulator_not_because = '' or risk = 'UNLIKELY') -- only then need nobody be told
);
create index breaches_of_agency on data_breach (owner_agency_id, found_at desc);
create index breaches_on_the_clock on data_breach (found_at) where regulator_told_at is null and regulator_not_because = '';
