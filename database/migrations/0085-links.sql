-- Pairs that the last run looked at: how alike they are, field by field, and nothing of what the fields hold.
create table link_candidate (
  low_person_id uuid not null references person on delete cascade,
  high_person_id uuid not null references person on delete cascade,
  levels text[] not null, -- of given name, family name, date of birth, numbers, postcode
  primary key (low_person_id, high_person_id),
  check (low_person_id < high_person_id)
);

-- What is held of two records: perhaps one person, one person, or two.
create table person_link (
  id uuid primary key default gen_random_uuid(),
  low_person_id uuid not null references person on delete cascade,
  high_person_id uuid not null references person on delete cascade,
  state text not null check (state in ('WAITING', 'JOINED', 'APART')),
  levels text[] not null,
  weights double precision[] not null, -- bits, log2(m / u), in the order of the levels
  probability double precision not null check (probability between 0 and 1),
  found_at timestamptz not null,
  merge_id uuid references person_merge on delete set null, -- the joining of the records, where it was done
  version int not null default 1,
  unique (low_person_id, high_person_id),
  check (low_person_id < high_person_id)
);
create index links_that_wait on person_link (probability desc, id) where state = 'WAITING';
create index links_of_high on person_link (high_person_id);

-- Who said what of a pair, when and why; the system where no account is named.
create table link_decision (
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null references person_link on delete cascade,
  state text not null check (state in ('JOINED', 'APART')),
  decided_by uuid references account,
  decided_at timestamptz not null,
  reason text not null check (reason <> '')
);
create index decisions_of_link on link_decision (link_id, decided_at);

create index person_by_name on person (lower(family_name), lower(given_name));
