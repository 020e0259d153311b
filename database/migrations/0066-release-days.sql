-- How long it takes from place to place, as the partnership knows it. Holds nothing about anybody.
create table travel_leg (
  id uuid primary key default gen_random_uuid(),
  from_place text not null check (length(from_place) between 1 and 200),
  to_place text not null check (length(to_place) between 1 and 200),
  mode text not null check (mode in ('WALK', 'BUS', 'CAR')),
  minutes int not null check (minutes between 1 and 600),
  price_in_pence int not null default 0 check (price_in_pence between 0 and 100000),
  first_minute int check (first_minute between 0 and 1439), last_minute int check (last_minute between 0 and 1439),
  every_in_minutes int check (every_in_minutes between 1 and 600),
  is_both_ways boolean not null default true,
  changed_by uuid not null references account, changed_at timestamptz not null
);
create unique index one_leg_of_a_way on travel_leg (lower(from_place), lower(to_place), mode);

-- When a place is open, by the day of the week: 1 is Monday. No line for a day: not known.
create table place_hours (
  place text not null check (length(place) between 1 and 200), weekday int not null check (weekday between 1 and 7),
  opens_minute int not null check (opens_minute between 0 and 1439), closes_minute int not null check (closes_minute between 0 and 1439),
  changed_by uuid not null references account, changed_at timestamptz not null,
  primary key (place, weekday)
);

-- What is decided about somebody's first day besides the appointments.
create table release_day (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null unique references case_file,
  person_id uuid not null references person,
  gate_place text not null, gate_minute int not null check (gate_minute between 0 and 1439),
  home_place text not null default '',
  cash_in_pence int not null check (cash_in_pence between 0 and 1000000),
  mode text not null check (mode in ('WALK', 'BUS', 'CAR')),
  meets_name text not null default '', meeting_confirmed_at timestamptz, meeting_confirmed_by uuid references account,
  changed_by uuid not null references account, changed_at timestamptz not null,
  version int not null default 1,
  like provenance including defaults
);
create index release_days_of_person on release_day (person_id);

-- Where somebody must be on the first day without being booked, such as the pharmacy that sees them take their medicine.
create table release_stop (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  field_group text not null check (field_group in ('plan', 'health')), -- health: a medicine says what somebody is treated for
  title text not null check (length(title) between 1 and 200), place text not null check (length(place) between 1 and 200),
  opens_minute int not null, closes_minute int not null, length_in_minutes int not null check (length_in_minutes between 1 and 600),
  made_by uuid not null references account, made_at timestamptz not null, removed_at timestamptz,
  like provenance including defaults,
  check (opens_minute < closes_minute)
);
create index stops_of_case on release_stop (case_id);
create index stops_of_person on release_stop (person_id);

-- What happened on each of the first fourteen days after release.
create table first_contact (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  released_on date not null, day_number int not null check (day_number between 1 and 14),
  outcome text not null check (outcome in ('MET', 'SPOKE', 'NO_ANSWER')),
  note text not null default '' check (length(note) <= 500),
  recorded_by uuid not null references account, recorded_at timestamptz not null,
  like provenance including defaults
);
create index first_contacts_of_case on first_contact (case_id, released_on, day_number);
create index first_contacts_of_person on first_contact (person_id);
