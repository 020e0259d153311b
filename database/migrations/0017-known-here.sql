-- "Is this person known to you?" What was asked is kept as a keyed hash: the list of questions says nothing of who anybody is,
-- and yet answers for a person who asked about them, before they were on record too.
create table private.known_here_key (is_only boolean primary key default true check (is_only), key bytea not null);
-- Two random ids are 244 random bits; two more make the key as long as HMAC-SHA256 takes without padding.
insert into private.known_here_key (key)
select decode(replace(string_agg(gen_random_uuid()::text, ''), '-', ''), 'hex') from generate_series(1, 4);

create table known_here_question (
  id uuid primary key,
  asked_hash bytea not null, -- HMAC-SHA256 of a number, or of name and date of birth
  asked_by uuid not null references account, agency_id uuid not null references agency,
  asked_agency_id uuid not null references agency,
  is_known boolean not null,
  purpose text not null check (purpose in ('RESETTLEMENT', 'SAFEGUARDING', 'PUBLIC_PROTECTION')),
  asked_at timestamptz not null
);
create index known_here_by_hash on known_here_question (asked_hash, asked_at desc);
create index known_here_of_account on known_here_question (asked_by, asked_at desc);
