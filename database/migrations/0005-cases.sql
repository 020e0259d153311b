create table case_file (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  purpose text not null default 'RESETTLEMENT',
  opened_on date not null,
  ended_on date,
  version int not null default 1,
  made_at timestamptz not null default now(),
  like provenance including defaults
);
create index cases_of_person on case_file (person_id);
create unique index one_open_case_for_a_purpose on case_file (person_id, purpose) where ended_on is null;

-- Who works on a case: an agency, a team of it, or a named worker. Everything that lets an agency in is a row here.
create table case_party (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  agency_id uuid not null references agency,
  team_id uuid references team,
  account_id uuid references account,
  relationship text not null check (relationship in ('CUSTODY', 'SUPERVISION', 'TEAM', 'ALLOCATED', 'REFERRED', 'ACCEPTED')),
  role text, -- of a named worker: KEY_WORKER, PRISON_OFFENDER_MANAGER, COMMUNITY_OFFENDER_MANAGER, MENTOR, LEAD, SUPPORT
  since_on date not null,
  until_on date,
  cause_id uuid, -- the referral, custody or allocation that let them in
  like provenance including defaults
);
create index parties_of_case on case_party (case_id); -- those of the past too: days without a named person are counted
create index cases_of_account on case_party (account_id) where until_on is null;
create unique index one_named_worker_for_a_role on case_party (case_id, role)
  where until_on is null and role in ('KEY_WORKER', 'PRISON_OFFENDER_MANAGER', 'COMMUNITY_OFFENDER_MANAGER', 'LEAD');
create unique index one_party_for_a_cause on case_party (case_id, cause_id, relationship) where until_on is null and cause_id is not null;

create table pathway_status (
  case_id uuid not null references case_file,
  pathway text not null references pathway,
  status text not null check (status in
    ('NOT_STARTED', 'SUPPORT_REQUIRED', 'IN_PROGRESS', 'SUPPORT_NOT_REQUIRED', 'SUPPORT_DECLINED', 'DONE')),
  reason text not null default '', -- one sentence, shown beside the status
  derived_status text not null default 'NOT_STARTED', -- what needs and answers say; a status set by hand stands until this changes
  is_by_hand boolean not null default false,
  set_by uuid not null, set_at timestamptz not null,
  like provenance including defaults,
  primary key (case_id, pathway)
);
create table pathway_status_version (
  case_id uuid not null references case_file,
  pathway text not null references pathway,
  status text not null, reason text not null, is_by_hand boolean not null,
  set_by uuid not null, set_at timestamptz not null, replaced_at timestamptz not null,
  like provenance including defaults,
  primary key (case_id, pathway, set_at)
);

-- The row of a list: kept in the same transaction as its causes by summarise_cases(). One indexed query draws a page.
create table case_summary (
  case_id uuid primary key references case_file,
  person_id uuid not null references person,
  shown_name text not null, sort_name text not null,
  prison_number text,
  born_on date,
  agency_id uuid, wing text, cell text, -- where the person is
  release_on date, release_type text, release_known_at timestamptz, release_source text,
  is_recalled boolean not null default false,
  key_worker_id uuid, key_worker_name text,
  community_manager_id uuid, community_manager_name text,
  pathway_statuses jsonb not null default '{}', -- code -> status
  needs_interpreter text,
  has_first_night boolean not null default false,
  last_contact_at timestamptz, last_contact_agency_id uuid,
  undone_count int not null default 0, late_count int not null default 0,
  next_undone text, next_undone_on date, -- the most urgent open step
  declined_count int not null default 0, -- referrals declined or expired and not asked again
  assessment_state text not null default 'NONE', -- NONE, DRAFT, SUBMITTED
  is_open boolean not null default true
);
create index summary_by_release on case_summary (release_on, case_id) where is_open;
create index summary_by_prison on case_summary (agency_id, release_on, case_id) where is_open;
create index summary_by_worker on case_summary (key_worker_id, release_on, case_id) where is_open;
create index summary_of_person on case_summary (person_id);
