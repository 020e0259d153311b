-- A place where partners sit together: a desk on a wing, or a room in town. Run by one agency; the others have a desk in it.
create table hub (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 80),
  place text not null check (length(place) between 1 and 200), -- as appointments write it
  made_by uuid not null references account, made_at timestamptz not null, closed_at timestamptz
);
create index hubs_of_agency on hub (agency_id) where closed_at is null;

create table hub_desk (
  id uuid primary key default gen_random_uuid(),
  hub_id uuid not null references hub,
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 80),
  weekdays int[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]), -- 1 is Monday
  opens_minute int not null default 540 check (opens_minute between 0 and 1439),
  closes_minute int not null default 1020 check (closes_minute between 0 and 1439 and closes_minute > opens_minute),
  made_by uuid not null references account, made_at timestamptz not null, ended_at timestamptz
);
create index desks_of_hub on hub_desk (hub_id) where ended_at is null;
create index desks_of_agency on hub_desk (agency_id) where ended_at is null;

-- What differs on one day from the weekly pattern.
create table hub_desk_day (
  desk_id uuid not null references hub_desk, on_day date not null, is_in boolean not null,
  changed_by uuid not null references account, changed_at timestamptz not null,
  primary key (desk_id, on_day)
);

-- Who is in: a worker who said so, until they said that they left.
create table hub_presence (
  id uuid primary key default gen_random_uuid(),
  hub_id uuid not null references hub, desk_id uuid not null references hub_desk, account_id uuid not null references account,
  on_day date not null, came_at timestamptz not null, left_at timestamptz
);
create unique index one_presence_at_a_time on hub_presence (hub_id, account_id) where left_at is null;
create index presences_of_day on hub_presence (hub_id, on_day);

-- A line of the queue: a number and for whom it waits, and nothing about anybody. Who it is stands in hub_visitor.
create table hub_ticket (
  id uuid primary key default gen_random_uuid(),
  hub_id uuid not null references hub, on_day date not null, number int not null,
  desk_id uuid not null references hub_desk,
  source text not null check (source in ('DESK', 'KIOSK', 'APPOINTMENT')),
  state text not null default 'WAITING' check (state in ('WAITING', 'CALLED', 'SEEN', 'DONE', 'LEFT', 'NOT_RECORDED')),
  arrived_at timestamptz not null, waiting_since timestamptz not null, called_at timestamptz, first_seen_at timestamptz, ended_at timestamptz,
  handed_on int not null default 0, joined_desk_ids uuid[] not null default '{}',
  version int not null default 1,
  unique (hub_id, on_day, number),
  check ((state in ('DONE', 'LEFT', 'NOT_RECORDED')) = (ended_at is not null))
);
create index tickets_open on hub_ticket (hub_id, on_day) where ended_at is null;

-- Who stands behind a number. Somebody who is not in the record: a first name and why, until midnight.
create table hub_visitor (
  ticket_id uuid primary key references hub_ticket,
  person_id uuid references person, case_id uuid references case_file,
  first_name text not null default '' check (length(first_name) <= 40),
  why text not null default '' check (length(why) <= 200),
  added_at timestamptz not null,
  like provenance including defaults,
  check ((person_id is null) = (case_id is null))
);
create index visitors_of_person on hub_visitor (person_id);
create index visitors_of_case on hub_visitor (case_id);

-- From one desk to another agency's, with the person's yes and one line, which the other desk sees only where it may see the person.
create table hub_hand_off (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid not null references hub_ticket, hub_id uuid not null references hub,
  from_desk_id uuid not null references hub_desk, to_desk_id uuid not null references hub_desk,
  person_id uuid references person, case_id uuid references case_file,
  line text not null default '' check (length(line) <= 200),
  note_id uuid references note on delete set null,
  made_by uuid not null references account, made_at timestamptz not null,
  accepted_by uuid references account, accepted_at timestamptz,
  like provenance including defaults,
  check ((person_id is null) = (case_id is null)), check (from_desk_id <> to_desk_id)
);
create index hand_offs_of_ticket on hub_hand_off (ticket_id);
create index hand_offs_of_person on hub_hand_off (person_id);
create index hand_offs_of_case on hub_hand_off (case_id);

-- A kiosk or a wall screen that a worker started: it knows numbers and desks, and nobody's name.
create table hub_screen (
  id uuid primary key default gen_random_uuid(),
  hub_id uuid not null references hub,
  kind text not null check (kind in ('KIOSK', 'WALL')),
  code_hash bytea not null, code_ends_at timestamptz not null, tries int not null default 0,
  token_hash bytea unique, entered_at timestamptz, ends_at timestamptz not null, ended_at timestamptz,
  started_by uuid not null references account, started_at timestamptz not null
);
create index screens_to_enter on hub_screen (code_ends_at) where token_hash is null;

create index appointments_of_place on appointment (lower(place), starts_at) where cancelled_at is null;
