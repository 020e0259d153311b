-- A matter about which several agencies meet and that is no one person's: burglaries in one street, violence around matches.
create table theme (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 120),
  area text not null check (length(area) between 1 and 120),
  about text not null default '' check (length(about) <= 2000),
  lead_agency_id uuid not null references agency,
  opened_by uuid not null references account, opened_at timestamptz not null,
  closed_at timestamptz, closed_by uuid references account, closed_words text not null default '' check (length(closed_words) <= 1000),
  version int not null default 1,
  check ((closed_at is null) = (closed_by is null))
);
create index themes_led on theme (lead_agency_id, opened_at desc);

-- Who takes part beside the agency that leads.
create table theme_agency (
  theme_id uuid not null references theme, agency_id uuid not null references agency,
  asked_by uuid not null references account, asked_at timestamptz not null, left_at timestamptz,
  primary key (theme_id, agency_id)
);
create index themes_of_agency on theme_agency (agency_id) where left_at is null;

-- Somebody's case that belongs to it. That it does says something of risk: whoever does not see risk does not see it.
create table theme_case (
  id uuid primary key default gen_random_uuid(),
  theme_id uuid not null references theme,
  case_id uuid not null references case_file, person_id uuid not null references person,
  why text not null check (length(why) between 1 and 500),
  linked_by uuid not null references account, linked_at timestamptz not null,
  parted_by uuid references account, parted_at timestamptz,
  like provenance including defaults,
  check ((parted_by is null) = (parted_at is null))
);
create unique index one_link_of_case on theme_case (theme_id, case_id) where parted_at is null;
create index themes_of_case on theme_case (case_id);
create index themes_of_person on theme_case (person_id);

-- A meeting: its agenda before, its minutes afterwards. Once they are settled nobody changes them.
create table theme_meeting (
  id uuid primary key default gen_random_uuid(),
  theme_id uuid not null references theme,
  held_on date not null, place text not null default '' check (length(place) <= 120),
  agenda text not null check (length(agenda) between 1 and 4000),
  attended text not null default '' check (length(attended) <= 2000),
  minutes text not null default '' check (length(minutes) <= 10000),
  decisions text not null default '' check (length(decisions) <= 4000),
  written_by uuid not null references account, written_at timestamptz not null,
  settled_by uuid references account, settled_at timestamptz,
  version int not null default 1,
  check ((settled_by is null) = (settled_at is null)),
  check (settled_at is null or (attended <> '' and minutes <> ''))
);
create index meetings_of_theme on theme_meeting (theme_id, held_on desc);

-- What somebody took on, by a day.
create table theme_action (
  id uuid primary key default gen_random_uuid(),
  theme_id uuid not null references theme, meeting_id uuid references theme_meeting,
  words text not null check (length(words) between 1 and 500),
  owner_id uuid not null references account, due_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  done_by uuid references account, done_at timestamptz, done_words text not null default '' check (length(done_words) <= 500),
  check ((done_by is null) = (done_at is null))
);
create index actions_of_theme on theme_action (theme_id, due_on);
create index theme_actions_of_owner on theme_action (owner_id, due_on) where done_at is null;
create index actions_of_meeting on theme_action (meeting_id);

-- A report that belongs to it; never changed.
create table theme_report (
  id uuid primary key default gen_random_uuid(),
  theme_id uuid not null references theme,
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('image/jpeg', 'application/pdf')),
  bytes bytea not null,
  added_by uuid not null references account, added_at timestamptz not null
);
create index reports_of_theme on theme_report (theme_id, added_at desc);
alter table theme_report alter bytes set storage external;
