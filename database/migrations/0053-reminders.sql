-- How somebody wants to be reminded of appointments, as they said it to a worker.
create table reminder_choice (
  person_id uuid primary key references person,
  way text not null check (way in ('NONE', 'LETTER', 'DOOR', 'EMAIL', 'TEXT')),
  to_address text not null default '' check (length(to_address) <= 254),
  locale text not null check (locale in ('en', 'it', 'nl')),
  hours_before int not null check (hours_before between 1 and 336),
  names_agency boolean not null default false, -- they said that whoever picks up may read with whom it is
  kept_by uuid not null references account, kept_at timestamptz not null,
  version int not null default 1,
  like provenance including defaults,
  check ((way in ('EMAIL', 'TEXT')) = (to_address <> ''))
);

-- One reminder of one appointment at one time.
create table reminder (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null references appointment,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  for_at timestamptz not null, -- when the appointment was when this was made
  way text not null check (way in ('LETTER', 'EMAIL', 'TEXT')),
  locale text not null,
  choice_version int not null, -- of the choice that it follows: another choice takes it back
  made_at timestamptz not null,
  sent_at timestamptz, arrived_at timestamptz, failed_at timestamptz, cancelled_at timestamptz,
  sent_by uuid references account, -- who printed the letter
  like provenance including defaults
);
create unique index one_reminder_for_a_time on reminder (appointment_id, for_at) where cancelled_at is null;
create index reminders_of_case on reminder (case_id, for_at);
create index reminders_of_person on reminder (person_id);
create index reminders_waiting on reminder (for_at) where sent_at is null and failed_at is null and cancelled_at is null;
create index letters_of_agency on reminder (owner_agency_id, for_at) where way = 'LETTER';

-- The outbox carries texts too, and knows which reminder a message is: then it looks once more before it leaves.
alter table mail
  add column way text not null default 'EMAIL' check (way in ('EMAIL', 'TEXT')),
  add column reminder_id uuid references reminder on delete cascade,
  add column outside_id text, -- the number that GOV.UK Notify gave it
  add column ended_at timestamptz; -- nothing more comes of it: it arrived, or never will
create index mail_of_reminder on mail (reminder_id) where reminder_id is not null;
create index mail_to_ask_after on mail (sent_at) where outside_id is not null and ended_at is null;
