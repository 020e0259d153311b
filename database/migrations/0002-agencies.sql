-- The partnership, its agencies, their people and teams, and how they sign in.
create table partnership (
  is_only boolean primary key default true check (is_only),
  id uuid not null default gen_random_uuid(),
  name text not null,
  jurisdiction text not null default 'UK-EW' check (jurisdiction in ('UK-EW', 'IT', 'NL')),
  locale text not null default 'en' check (locale in ('en', 'it', 'nl')),
  is_demonstration boolean not null default false,
  release_window_in_days int not null default 84 check (release_window_in_days between 7 and 730),
  chase_after_days int not null default 3 check (chase_after_days between 1 and 60),
  expire_after_days int not null default 14 check (expire_after_days between 2 and 180),
  quiet_after_days int not null default 21 check (quiet_after_days between 7 and 365),
  night_line_name text not null default '',
  night_line_phone text not null default '',
  version int not null default 1,
  made_at timestamptz not null default now()
);

-- Pathway labels are the partnership's; the codes stay (R040). A null label means our own words.
create table pathway (
  code text primary key,
  position int not null,
  label_en text, label_it text, label_nl text,
  is_active boolean not null default true,
  version int not null default 1
);
insert into pathway (code, position) values
  ('ACCOMMODATION', 1), ('ATTITUDES_THINKING_AND_BEHAVIOUR', 2), ('CHILDREN_FAMILIES_AND_COMMUNITY', 3),
  ('DRUGS_AND_ALCOHOL', 4), ('EDUCATION_SKILLS_AND_WORK', 5), ('FINANCE_AND_ID', 6), ('HEALTH', 7);

create table agency (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{1,15}$'),
  kind text not null check (kind in ('prison', 'probation', 'police', 'council', 'charity', 'health')),
  name text not null,
  phone text not null default '',
  email text not null default '',
  place text not null default '',
  person_term text, -- what this agency calls a person (R163); null is "the person"
  receiving_team_id uuid, -- joins every case that this prison's import opens
  closed_on date,
  version int not null default 1,
  made_at timestamptz not null default now()
);

create table account (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  email text not null,
  name text not null,
  job_title text not null default '',
  phone text not null default '',
  roles text[] not null default '{WORKER}',
  locale text not null default 'en' check (locale in ('en', 'it', 'nl')),
  is_integration boolean not null default false,
  invited_at timestamptz, -- while the invitation waits to be used
  disabled_at timestamptz,
  version int not null default 1,
  made_at timestamptz not null default now()
);
create unique index account_email on account (lower(email));
create index account_of_agency on account (agency_id);

create table team (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  name text not null,
  closed_on date,
  version int not null default 1
);
create table team_member (
  team_id uuid not null references team,
  account_id uuid not null references account,
  primary key (team_id, account_id)
);
create index teams_of_account on team_member (account_id);
alter table agency add foreign key (receiving_team_id) references team;

-- What the app itself may never read: reached only through definer functions.
create table password (account_id uuid primary key references account, hash text not null, changed_at timestamptz not null);
create table session (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  account_id uuid not null references account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  address text not null default '',
  browser text not null default ''
);
create index sessions_of_account on session (account_id) where ended_at is null;
create table sign_in_attempt (key text not null, at timestamptz not null);
create index sign_in_attempts on sign_in_attempt (key, at);
create table password_link (
  token_hash bytea primary key,
  account_id uuid not null references account,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table api_token (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  account_id uuid not null references account,
  name text not null,
  made_by uuid not null references account,
  made_at timestamptz not null,
  seen_on date,
  revoked_at timestamptz
);
