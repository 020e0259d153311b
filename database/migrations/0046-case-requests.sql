-- An agency asks to join a case that it has a reason for. What it asked is one row; whom that is about is another, which it never
-- reads: whether there is a case, and whose, is told by the answer alone.
create table case_request (
  id uuid primary key,
  agency_id uuid not null references agency, account_id uuid not null references account,
  identifier text not null, -- as it was typed
  purpose text not null,
  gateway text not null references legal_gateway, -- the law that the asker states
  reason text not null check (length(reason) between 20 and 1000),
  asked_at timestamptz not null, expires_at timestamptz not null,
  answer text check (answer in ('GRANTED', 'DECLINED')), -- told to the asker; a no need not be
  answered_at timestamptz, answered_by_agency_id uuid references agency,
  answer_words text not null default '',
  ended_at timestamptz,
  like provenance including defaults
);
create index case_requests_of_agency on case_request (agency_id, asked_at desc, id);

create table case_request_subject (
  request_id uuid primary key references case_request,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  decision text check (decision in ('GRANTED', 'DECLINED')),
  decided_at timestamptz, decided_by uuid references account,
  relationship text check (relationship in ('REFERRED', 'ACCEPTED')), -- which view is granted
  is_told boolean not null default false, -- of a no
  answer_words text not null default '' check (length(answer_words) <= 1000),
  ended_at timestamptz, ended_by uuid references account,
  like provenance including defaults,
  check ((decision is null) = (decided_at is null)),
  check ((relationship is not null) = (decision is not distinct from 'GRANTED'))
);
create index case_requests_of_case on case_request_subject (case_id);
create index case_requests_of_person on case_request_subject (person_id);
