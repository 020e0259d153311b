-- A person asks for a copy of what is held about them (T14, T15). Each agency answers for what it owns.

-- What a capability holds, an item a row: what its function `private.held_by_...` returns (see src/subject-access/README.md).
create type held_item as (
  kind text, -- NOTE, NEED ...: the words are in src/subject-access/words
  subject_id uuid,
  case_id uuid, -- null: of the person, not of a case
  field_group text,
  owner_agency_id uuid,
  happened_at timestamptz,
  subject_category subject_category,
  is_plain boolean, -- identity, dates: what the person knows as well as anybody
  fields json -- {name: text} in the order in which they are read; what is null or empty is left out
);

-- Its owner is the agency that handles it: gathers, keeps the clock, hands over.
create table subject_access_request (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  case_id uuid not null references case_file,
  person_name text not null, -- as it was then: an owner may no longer see the record, and still answers
  asked_by text not null check (asked_by in ('PERSON', 'REPRESENTATIVE')),
  asker_name text not null default '', -- who acts for them, and by what right
  channel text not null check (channel in ('LETTER', 'EMAIL', 'SPOKEN', 'FORM', 'OWN_DOOR')),
  received_on date not null,
  proof text not null default '' check (proof in ('', 'KNOWN', 'DOCUMENT', 'AUTHORITY', 'OWN_DOOR')), -- '': not seen yet
  proved_on date,
  locale text not null check (locale in ('en', 'it', 'nl')), -- in which the copy is written
  asked_agency_ids uuid[] check (cardinality(asked_agency_ids) > 0), -- null: whoever holds something
  own_request_id uuid references own_request, -- asked at the person's own door
  logged_by uuid references account, logged_at timestamptz not null,
  extended_at timestamptz, extended_by uuid references account, extension_reason text not null default '',
  collected_at timestamptz,
  withdrawn_at timestamptz, withdrawn_by uuid references account, withdrawn_reason text not null default '',
  version int not null default 1,
  like provenance including defaults,
  check ((proof = '') = (proved_on is null)),
  check ((extended_at is null) = (extension_reason = ''))
);
create index subject_access_of_person on subject_access_request (person_id);
create index subject_access_handled on subject_access_request (owner_agency_id, received_on desc);

-- While the person is asked what they mean, the clock stands still.
create table subject_access_pause (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references subject_access_request,
  person_id uuid not null references person,
  question text not null,
  asked_on date not null, answered_on date check (answered_on >= asked_on),
  asked_by uuid not null references account,
  like provenance including defaults
);
create index pauses_of_request on subject_access_pause (request_id);
create unique index one_open_pause on subject_access_pause (request_id) where answered_on is null;

-- What one agency answers for: with the others in one copy, or apart, where the agency that hands the copy over does not see it.
create table subject_access_part (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references subject_access_request,
  person_id uuid not null references person,
  handling_agency_id uuid not null references agency,
  is_apart boolean not null,
  decided_at timestamptz, decided_by uuid references account, -- sent to the second check
  checked_at timestamptz, checked_by uuid references account,
  returned_words text not null default '', -- why the second check sent it back
  told_at timestamptz, told_late_at timestamptz, -- its managers; on the part, for a request would tell who handles it of one that is apart
  like provenance including defaults,
  check (checked_at is null or decided_at is not null)
);
create index parts_of_owner on subject_access_part (owner_agency_id, request_id); -- not unique: two agencies may become one
create index parts_of_request on subject_access_part (request_id);

create table subject_access_item (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references subject_access_request,
  part_id uuid not null references subject_access_part,
  person_id uuid not null references person,
  kind text not null, subject_id uuid not null, field_group text not null,
  happened_at timestamptz,
  is_plain boolean not null,
  fields jsonb, -- [{name, text}] as it stood when it was collected; null once the answer was given: what was taken out is kept nowhere
  decision text check (decision in ('RELEASE', 'REDACT', 'WITHHOLD')),
  exemption text,
  marks jsonb not null default '[]', -- [{field, start, end}] or [{field}] for the whole of it
  decided_by uuid references account, decided_at timestamptz,
  version int not null default 1,
  like provenance including defaults,
  unique (request_id, kind, subject_id),
  check ((decision is null) = (decided_at is null)),
  check ((decision = 'WITHHOLD' or decision = 'REDACT') = (exemption is not null) or decision is null)
);
create index items_of_part on subject_access_item (part_id);

-- The copy, held by the agency that hands it over. Its files leave once and are gone then; what it held and who got it stays.
create table subject_access_bundle (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references subject_access_request,
  person_id uuid not null references person,
  item_count int not null,
  built_at timestamptz not null,
  pdf bytea, json bytea, -- null once taken
  pdf_hash bytea not null, json_hash bytea not null, -- SHA-256
  pdf_taken_at timestamptz, json_taken_at timestamptz, taken_by uuid references account,
  given_on date, given_to text not null default '', given_how text not null default '' check (given_how in ('', 'HAND', 'POST', 'EMAIL', 'OWN_DOOR')),
  given_by uuid references account, given_at timestamptz,
  like provenance including defaults
);
create index bundles_of_request on subject_access_bundle (request_id, owner_agency_id);
alter table subject_access_bundle alter pdf set storage external;

-- At the own door a person may ask for a copy too.
alter table own_request drop constraint own_request_kind_check;
alter table own_request add constraint own_request_kind_check check (kind in ('HELP', 'WRONG', 'WORDS', 'COPY'));
