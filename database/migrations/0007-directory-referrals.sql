create table service (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid references agency, -- null: a provider without an account, who answers by a signed link
  provider_name text not null,
  provider_email text not null default '', provider_phone text not null default '',
  name text not null,
  plain_words text not null default '', -- for the person, reading age nine
  type text not null,
  pathways text[] not null,
  place text not null default '', is_in_prison boolean not null default false, prisons uuid[] not null default '{}', areas text[] not null default '{}',
  eligibility jsonb not null default '{}', -- {sexes, minAge, maxAge, onLicence, languages, accessNeeds}: src/directory/eligibility.ts
  offers text[] not null default '{}', -- what it has, in short lines: "Support worker on site"
  unit text not null default 'PLACES' check (unit in ('PLACES', 'BEDS', 'ROOMS', 'HOURS')),
  capacity int, places_free int, wait_in_days int, lead_time_in_days int,
  opening_hours text not null default '', contact text not null default '',
  verified_on date not null,
  closed_until_on date, -- takes nobody before this day
  withdrawn_at timestamptz,
  version int not null default 1,
  made_at timestamptz not null default now()
);
create index services_by_pathway on service using gin (pathways);
create index services_by_name on service (name collate "C", id);
create table service_revision (
  service_id uuid not null references service, version int not null, body jsonb not null,
  made_by uuid not null, made_at timestamptz not null,
  primary key (service_id, version)
);

create table referral (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  need_id uuid not null references need,
  service_id uuid not null references service,
  pathway text not null references pathway,
  from_agency_id uuid not null references agency, from_account_id uuid not null references account,
  to_agency_id uuid references agency,
  need_words text not null default '', -- as the need said when this was sent; '' where it came from a restricted answer
  need_raised_at timestamptz,
  why text not null,
  desired_outcomes text[] not null default '{}',
  needed_by_on date,
  sent_at timestamptz not null,
  received_at timestamptz, received_by uuid,
  accepted_at timestamptz, declined_at timestamptz, decided_by uuid, decided_by_name text,
  decline_reason text, decline_words text not null default '', -- a code of src/referrals/reasons.ts, and what was said
  starts_on date, named_worker text not null default '', -- promised by the receiver
  question text, asked_at timestamptz, reply text, replied_at timestamptz, -- while a question is open the clock stands still
  started_at timestamptz, started_by uuid,
  ended_at timestamptz, end_kind text check (end_kind in ('COMPLETED', 'WITHDRAWN', 'ENDED_EARLY')), end_reason text, end_words text not null default '', ended_by uuid,
  persons_view text,
  expires_at timestamptz not null, expired_at timestamptz,
  chased_count int not null default 0, chased_at timestamptz,
  version int not null default 1,
  -- Read from who did what and when; nobody sets it (VOCABULARY).
  status text not null generated always as (case
    when end_kind is not null then end_kind when started_at is not null then 'STARTED'
    when accepted_at is not null then 'ACCEPTED' when declined_at is not null then 'DECLINED'
    when expired_at is not null then 'EXPIRED' when received_at is not null then 'RECEIVED' else 'SENT' end) stored,
  like provenance including defaults
);
create index referrals_of_case on referral (case_id);
create index referrals_received on referral (to_agency_id, sent_at desc, id desc);
create index referrals_made on referral (from_agency_id, sent_at desc, id desc);
create index referrals_received_open on referral (to_agency_id, status, sent_at, id) where status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED');
create index referrals_made_open on referral (from_agency_id, status, sent_at, id) where status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED');
create index referrals_begun_for_us on referral (from_agency_id, started_at) where started_at is not null;
create index referrals_begun_by_us on referral (to_agency_id, started_at) where started_at is not null;
create index referrals_of_need on referral (need_id);
create index referrals_unanswered on referral (expires_at) where status in ('SENT', 'RECEIVED');
create unique index one_open_referral on referral (need_id, service_id) where status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED');
create index refused_to_account on referral (from_account_id) where status in ('DECLINED', 'EXPIRED');

create table referral_outcome (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null references referral,
  words text not null,
  result text not null check (result in ('ACHIEVED', 'PARTIALLY_ACHIEVED', 'NOT_ACHIEVED'))
);
create index outcomes_of_referral on referral_outcome (referral_id);
create table referral_link (
  token_hash bytea primary key, referral_id uuid not null references referral,
  made_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz
);

-- W5: counts kept in the transaction of the referral, once for the sender and once for the receiver.
create table referral_count (
  agency_id uuid not null, side text not null check (side in ('FROM', 'TO')),
  pathway text not null, status text not null, month date not null,
  count int not null,
  primary key (agency_id, side, month, pathway, status)
);

-- How each service answers (R070), for the whole partnership: kept in the same way. No person in it.
create table service_answer_count (
  service_id uuid not null, month date not null,
  answer text not null check (answer in ('WAITING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  reason text not null default '', -- of a no
  count int not null,
  in_time_count int not null default 0, -- answered before it had to be chased
  seconds bigint not null default 0, -- from sent to answered, all together
  primary key (service_id, month, answer, reason)
);
