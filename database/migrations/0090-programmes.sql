-- Programmes as packages that travel: nothing in them is about anybody. One without an agency came with the product.
create table programme (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid references agency,
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  forked_from_id uuid references programme,
  forked_from_version int,
  made_by uuid references account, made_at timestamptz not null,
  check ((forked_from_id is null) = (forked_from_version is null))
);
create unique index one_programme_of_a_code on programme (coalesce(agency_id, '00000000-0000-0000-0000-000000000000'), code);

-- An edition stays as it is: a course runs on the one that it began with.
create table programme_edition (
  programme_id uuid not null references programme,
  version int not null check (version > 0),
  package jsonb not null,
  how text not null check (how in ('SHIPPED', 'IMPORTED', 'FORKED', 'ADAPTED')),
  made_by uuid references account, made_at timestamptz not null,
  primary key (programme_id, version)
);

-- A guide that somebody printed for their work: which agency, which language, which day, and not who.
create table guide_use (
  id uuid primary key default gen_random_uuid(),
  programme_id uuid not null, version int not null,
  guide_key text not null, locale text not null check (locale in ('en', 'it', 'nl')),
  agency_id uuid not null references agency, used_on date not null,
  foreign key (programme_id, version) references programme_edition
);
create index guide_uses on guide_use (programme_id, guide_key);
