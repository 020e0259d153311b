-- Who acts, what changed, who looked.
create extension if not exists pg_trgm;
create schema private;

create table private.identity_key (
  is_only boolean primary key default true check (is_only),
  inner_pad bytea not null, outer_pad bytea not null
);

-- What every stored item about a person says of itself (T1). A table takes these with `like provenance including defaults`.
create type regime as enum ('LAW_ENFORCEMENT', 'GENERAL');
create type sensitivity as enum ('STANDARD', 'SENSITIVE', 'RESTRICTED');
create type subject_category as enum ('SUSPECT', 'CONVICTED', 'VICTIM', 'WITNESS', 'OTHER');
create type basis as enum ('FACT', 'OPINION', 'SELF_REPORT', 'THIRD_PARTY');
create type retention_class as enum ('CASE', 'SAFEGUARDING', 'ADMINISTRATION');

create table provenance (
  owner_agency_id uuid not null,
  regime regime not null default 'GENERAL',
  sensitivity sensitivity not null default 'STANDARD',
  subject_category subject_category not null default 'CONVICTED',
  basis basis not null default 'FACT',
  retention_class retention_class not null default 'CASE'
);

-- Every change: ids and codes only, never free text about people. Feeds timeline, live pages, alerts and statistics.
create table event (
  id bigint generated always as identity primary key,
  name text not null,
  subject_id uuid not null,
  case_id uuid,
  person_id uuid,
  field_group text not null,
  agency_id uuid not null,
  actor_id uuid not null,
  happened_at timestamptz not null,
  details jsonb not null default '{}'
);
create index event_of_case on event (case_id, happened_at desc, id desc) where case_id is not null;
create index event_of_agency on event (agency_id, happened_at desc);

-- Every look and every security event (T10). Ids and field groups, never values.
create table audit (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default clock_timestamp(),
  account_id uuid,
  agency_id uuid,
  session_id uuid,
  action text not null,
  person_ids uuid[] not null default '{}',
  case_ids uuid[] not null default '{}',
  field_groups text[] not null default '{}',
  reason text,
  channel text not null,
  request_id text,
  outcome text not null default 'done',
  details jsonb not null default '{}'
);
create index audit_of_account on audit (account_id, happened_at desc);
create index audit_of_cases on audit using gin (case_ids);

-- A form that was sent twice is done once (T29): the second sending is led to where the first one ended.
create table done_request (
  account_id uuid not null,
  request_id uuid not null,
  answer text,
  done_at timestamptz not null,
  primary key (account_id, request_id)
);
