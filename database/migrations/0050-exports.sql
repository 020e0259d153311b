-- Files about many people: asked for by one, approved by another, taken by who asked (T28). No file is kept: it is made at each taking.
create table export_limit (
  is_only boolean primary key default true check (is_only),
  people int not null default 200 check (people between 1 and 100000) -- up to so many a file needs nobody's approval
);
insert into export_limit default values;

create table export_request (
  id uuid primary key default gen_random_uuid(),
  owner_agency_id uuid not null references agency,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'), -- the address of the capability that makes the file: /releases
  query text not null check (length(query) <= 1000), -- the list's filter, as its address has it
  people_count int not null check (people_count >= 0), -- when it was asked for
  reason text not null check (length(reason) between 20 and 1000),
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  withdrawn_at timestamptz
);
create index exports_of_agency on export_request (owner_agency_id, asked_at desc);

create table export_decision (
  request_id uuid primary key references export_request,
  is_approved boolean not null,
  decided_by uuid not null references account,
  decided_at timestamptz not null
);

create table export_taking (
  request_id uuid not null references export_decision,
  nth int not null check (nth between 1 and 3),
  taken_at timestamptz not null,
  primary key (request_id, nth)
);
