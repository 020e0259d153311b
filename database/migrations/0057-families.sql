-- Family and friends whom the person named: what they may see, what they said, and what stands against it.
create table family_member (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 200),
  relation text not null check (relation in ('PARENT', 'PARTNER', 'CHILD', 'SIBLING', 'GRANDPARENT', 'OTHER_FAMILY', 'FRIEND')),
  way text not null check (way in ('EMAIL', 'TEXT', 'PAPER')),
  to_address text not null default '' check (length(to_address) <= 254),
  locale text not null check (locale in ('en', 'it', 'nl')),
  shares text[] not null, -- what the person lets them see: RELEASE_DATE, SUPPORTERS, APPOINTMENTS, PLAN_ and a pathway
  consent_how text not null check (consent_how in ('OWN_DOOR', 'SPOKEN', 'SIGNED')),
  consented_at timestamptz not null, recorded_by uuid references account, -- nobody: they did it at their own door
  date_cleared_at timestamptz, -- the person was asked alone, and said yes
  blocked_at timestamptz, -- they may not be in touch: a manager decides
  block_decision text check (block_decision in ('ALLOWED', 'KEPT')), block_decided_by uuid references account, block_decided_at timestamptz,
  conflict text not null default '' check (length(conflict) <= 1000), -- of care and responsibility
  family_number text unique, pin_hash bytea, tries int not null default 0, joined_at timestamptz,
  stopped_at timestamptz, stopped_by text check (stopped_by in ('PERSON', 'WORKER', 'FAMILY', 'DEATH')),
  like provenance including defaults,
  check ((way = 'PAPER') = (to_address = '')),
  check ((stopped_at is null) = (stopped_by is null))
);
create index family_of_case on family_member (case_id);
create index family_of_person on family_member (person_id);

create table family_invitation (
  id uuid primary key default gen_random_uuid(),
  family_member_id uuid not null references family_member,
  code_hash bytea not null unique,
  made_by uuid not null references account, made_at timestamptz not null,
  ends_at timestamptz not null, used_at timestamptz
);
create index invitations_of_family on family_invitation (family_member_id, made_at desc);

create table family_session (
  token_hash bytea primary key,
  family_member_id uuid not null references family_member,
  started_at timestamptz not null, seen_at timestamptz not null, ended_at timestamptz
);
create index sessions_of_family on family_session (family_member_id);

-- What they can do, cannot do and worry about, as they said it. Never changed.
create table family_word (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  family_member_id uuid not null references family_member,
  kind text not null check (kind in ('CAN', 'CANNOT', 'WORRY')),
  words text not null check (length(words) between 1 and 2000),
  is_for_worker_only boolean not null, -- somebody may be afraid of the person
  said_at timestamptz not null,
  like provenance including defaults
);
create index words_of_family_of_case on family_word (case_id, said_at desc);
create index words_of_family_of_person on family_word (person_id);
create index words_of_family_member on family_word (family_member_id);

-- Whether somebody presses the person to show their release date. Asked of them alone.
create table family_check (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  family_member_id uuid not null references family_member,
  is_own_wish boolean not null, is_safe boolean not null,
  outcome text not null check (outcome in ('SHOW', 'NOT_NOW')),
  words text not null default '' check (length(words) <= 1000),
  made_by uuid not null references account, made_at timestamptz not null,
  like provenance including defaults,
  check (outcome = 'NOT_NOW' or (is_own_wish and is_safe))
);
create index checks_of_case on family_check (case_id, made_at desc);
create index checks_of_person on family_check (person_id);
create index checks_of_family_member on family_check (family_member_id);

-- Each time a worker was in touch with the family.
create table family_contact (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  family_member_id uuid not null references family_member,
  kind text not null check (kind in ('CALL', 'VISIT', 'MEETING', 'LETTER', 'MESSAGE')),
  happened_on date not null,
  made_by uuid not null references account, made_at timestamptz not null,
  like provenance including defaults
);
create index family_contacts_of_case on family_contact (case_id, happened_on desc);
create index family_contacts_of_person on family_contact (person_id);
create index family_contacts_of_member on family_contact (family_member_id);

-- With whom the person must not be in touch: a victim, or whom a court named. Family members are compared with it.
create table barred_contact (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 200),
  to_address text not null default '' check (length(to_address) <= 254),
  why text not null check (why in ('VICTIM', 'COURT', 'OTHER')),
  made_by uuid not null references account, made_at timestamptz not null,
  ended_at timestamptz, ended_by uuid references account,
  like provenance including defaults
);
create index barred_contacts_of_case on barred_contact (case_id);
create index barred_contacts_of_person on barred_contact (person_id);

-- Whom of a family a mail is for: it looks once more before it leaves.
alter table mail add column family_member_id uuid references family_member;
create index mail_of_family on mail (family_member_id) where family_member_id is not null;
