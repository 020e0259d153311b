-- When a service of the directory is on a wing: days of the week and hours, as the prison keeps them.
create table wing_time (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency, -- the prison
  service_id uuid not null references service,
  wing text not null default '' check (length(wing) <= 40), -- '' is every wing
  weekdays int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) between 1 and 7), -- 1 is Monday
  opens_minute int not null check (opens_minute between 0 and 1439),
  closes_minute int not null check (closes_minute between 0 and 1439 and closes_minute > opens_minute),
  place text not null default '' check (length(place) <= 100),
  made_by uuid not null references account, made_at timestamptz not null, ended_at timestamptz
);
create index wing_times_of_prison on wing_time (agency_id, opens_minute) where ended_at is null;

-- The course before release, offered to somebody: they came, or said no and why. An offer without an answer goes with the person to the next prison.
create table pre_release_offer (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  agency_id uuid not null references agency, -- the prison that offered it
  offered_on date not null, offered_by uuid not null references account, made_at timestamptz not null,
  answer text check (answer in ('ATTENDED', 'DECLINED')),
  answered_on date, answered_by uuid references account,
  reason text check (reason in ('NOT_NEEDED', 'DONE_BEFORE', 'WORK_OR_VISIT', 'TOO_HARD', 'NOT_NOW', 'NOT_SAID')), -- why they said no
  withdrawn_at timestamptz, -- recorded by mistake
  version int not null default 1,
  like provenance including defaults,
  check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null)),
  check ((answer is not distinct from 'DECLINED') = (reason is not null)),
  check (answered_on >= offered_on)
);
create index pre_release_offers_of_case on pre_release_offer (case_id, offered_on);
create index pre_release_offers_of_person on pre_release_offer (person_id);
create unique index one_pre_release_offer_waits on pre_release_offer (case_id) where answer is null and withdrawn_at is null;
