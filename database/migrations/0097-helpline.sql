-- A line that people call at any hour, run by one agency that is no prison, probation or police.
create table helpline (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 80),
  phone text not null default '' check (length(phone) <= 40), -- as it is told to people
  made_by uuid not null references account, made_at timestamptz not null, closed_at timestamptz,
  version int not null default 1
);
create index helplines_of_agency on helpline (agency_id) where closed_at is null;

-- One operator's time: as planned, and as it was. Instants, so that a night of 9 or 11 hours is what it is.
create table helpline_shift (
  id uuid primary key default gen_random_uuid(),
  helpline_id uuid not null references helpline,
  account_id uuid not null references account,
  starts_at timestamptz not null, ends_at timestamptz not null,
  began_at timestamptz, left_at timestamptz,
  made_by uuid not null references account, made_at timestamptz not null, cancelled_at timestamptz,
  check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours'),
  check (left_at is null or began_at is not null)
);
create index shifts_of_helpline on helpline_shift (helpline_id, starts_at) where cancelled_at is null;
create unique index one_shift_at_one_time on helpline_shift (helpline_id, account_id, starts_at) where cancelled_at is null;

-- A shift offered to a colleague, or to whoever can; in exchange for one of theirs, or for nothing.
create table helpline_swap (
  id uuid primary key default gen_random_uuid(),
  helpline_id uuid not null references helpline,
  shift_id uuid not null references helpline_shift,
  for_shift_id uuid references helpline_shift,
  asked_by uuid not null references account, asked_at timestamptz not null,
  to_account_id uuid references account, -- null: any operator of the line
  answer text check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  answered_by uuid references account, answered_at timestamptz,
  check (for_shift_id is null or to_account_id is not null),
  check ((answer is null) = (answered_at is null))
);
create unique index one_open_swap_of_a_shift on helpline_swap (shift_id) where answer is null;
create index swaps_of_helpline on helpline_swap (helpline_id) where answer is null;

-- A call, from the first ring until it is written up. Who calls may be nobody of the record, or say no name at all.
create table helpline_call (
  id uuid primary key default gen_random_uuid(),
  helpline_id uuid not null references helpline,
  switch_ref text check (length(switch_ref) between 1 and 120), -- of the telephone system
  from_phone text not null default '' check (length(from_phone) <= 40),
  rang_at timestamptz not null, answered_at timestamptz, hung_up_at timestamptz,
  operator_id uuid references account, taken_at timestamptz,
  draft jsonb not null default '{}', saved_at timestamptz, -- as typed, until it is closed
  closed_at timestamptz,
  caller text check (caller in ('KNOWN', 'NAMED', 'ANONYMOUS')),
  person_id uuid references person, case_id uuid references case_file,
  caller_name text not null default '' check (length(caller_name) <= 40),
  feeling text check (feeling in ('CALM', 'WORRIED', 'LOW', 'ANGRY', 'FRIGHTENED')),
  words text not null default '' check (length(words) <= 4000),
  risk text check (risk in ('NOT_ASKED', 'NONE', 'CONCERN', 'NOW')),
  did text[] not null default '{}', -- what was done about it: codes
  passed_to text[] not null default '{}', -- names of the numbers that were given or called
  agreed text not null default '' check (length(agreed) <= 2000),
  note_id uuid references note on delete set null,
  answers_call_back_id uuid,
  like provenance including defaults,
  unique (helpline_id, switch_ref),
  check ((person_id is null) = (case_id is null)),
  check ((operator_id is null) = (taken_at is null)),
  check (closed_at is null or (caller is not null and feeling is not null and risk is not null and operator_id is not null)),
  check (closed_at is null or ((caller = 'KNOWN') = (person_id is not null)))
);
create index calls_of_helpline on helpline_call (helpline_id, rang_at desc);
create index calls_open on helpline_call (helpline_id) where closed_at is null;
create index calls_of_person on helpline_call (person_id, rang_at desc);
create index calls_of_case on helpline_call (case_id);

-- A promise to call back, with a clock. It rings on every open board until somebody takes it.
create table helpline_call_back (
  id uuid primary key default gen_random_uuid(),
  helpline_id uuid not null references helpline,
  call_id uuid not null references helpline_call on delete cascade,
  promised_at timestamptz not null, due_at timestamptz not null, -- the second moves with each try
  phone text not null default '' check (length(phone) <= 40),
  words text not null default '' check (length(words) <= 200), -- what to say, and to whom not
  made_by uuid not null references account, made_at timestamptz not null,
  rung_at timestamptz, told_at timestamptz,
  first_taken_at timestamptz, taken_by uuid references account, taken_at timestamptz,
  done_at timestamptz, outcome text check (outcome in ('REACHED', 'NO_ANSWER', 'NOT_WANTED')), tries int not null default 0,
  check ((done_at is null) = (outcome is null)), check ((taken_by is null) = (taken_at is null))
);
create index call_backs_open on helpline_call_back (helpline_id, due_at) where done_at is null;
create index call_backs_of_call on helpline_call_back (call_id);
alter table helpline_call add foreign key (answers_call_back_id) references helpline_call_back on delete set null;

-- What the caller wants a worker to know in the morning: the words that they said yes to, and nothing else of the call.
create table helpline_hand_off (
  id uuid primary key default gen_random_uuid(),
  helpline_id uuid not null references helpline,
  call_id uuid not null references helpline_call on delete cascade,
  person_id uuid not null references person, case_id uuid not null references case_file,
  to_account_id uuid not null references account,
  words text not null check (length(words) between 1 and 1000),
  is_agreed boolean not null,
  due_on date not null, -- the working morning after the call
  made_by uuid not null references account, made_at timestamptz not null,
  done_at timestamptz, done_by uuid references account, done_words text not null default '' check (length(done_words) <= 1000),
  like provenance including defaults
);
create index call_hand_offs_of_worker on helpline_hand_off (to_account_id) where done_at is null;
create index call_hand_offs_of_call on helpline_hand_off (call_id);
create index call_hand_offs_of_person on helpline_hand_off (person_id);
create index call_hand_offs_of_case on helpline_hand_off (case_id);

-- What somebody wants to happen when it gets bad, in their own words; each writing is a version.
create table crisis_plan (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person, case_id uuid not null references case_file,
  version int not null check (version > 0),
  signs text not null default '' check (length(signs) <= 2000),
  helps text not null default '' check (length(helps) <= 2000),
  people text not null default '' check (length(people) <= 2000),
  places text not null default '' check (length(places) <= 2000),
  avoid text not null default '' check (length(avoid) <= 2000),
  is_with_person boolean not null,
  call_id uuid references helpline_call on delete set null,
  written_by uuid not null references account, written_at timestamptz not null,
  like provenance including defaults,
  unique (case_id, owner_agency_id, version),
  check (signs || helps || people || places || avoid <> '')
);
create index crisis_plans_of_person on crisis_plan (person_id);
