-- Walls: what no agreement opens (T7), and records that do not exist for those outside.

-- Who is barred is asked at every row of sight, so the index must answer it alone.
alter table access drop constraint access_pkey;
alter table access add primary key (audience_id, field_group, case_id) include (until, person_id);

alter table access_bar
  add column kind text not null default 'RELATED' check (kind in ('RELATED', 'ONCE_THIS_PERSON', 'OTHER')),
  add column made_by uuid;
create index bars_of_person on access_bar (person_id);

-- A record that exists for the people on its list and for nobody else.
create table restricted_record (
  person_id uuid primary key references person,
  reason text not null check (length(reason) >= 20),
  made_by uuid not null references account, made_at timestamptz not null,
  version int not null default 1,
  like provenance including defaults
);
create table restricted_reader (
  person_id uuid not null references restricted_record on delete cascade,
  account_id uuid not null references account,
  primary key (person_id, account_id),
  like provenance including defaults
);
create index restricted_records_of_account on restricted_reader (account_id);

-- Mentors and charities write for themselves and for each other; police for police.
alter table note drop constraint note_field_group_check;
alter table note add constraint note_field_group_check
  check (field_group in ('notes', 'health', 'family', 'risk', 'mentoring', 'intelligence'));

insert into agreement_grant (agreement_id, agency_kind, relationship, field_group, may_contribute)
select a.id, g.kind, g.relationship, g.field_group, true
from agreement a cross join (values
  ('charity', 'TEAM', 'mentoring'), ('charity', 'ALLOCATED', 'mentoring'), ('charity', 'ACCEPTED', 'mentoring'),
  ('police', 'TEAM', 'intelligence'), ('police', 'ALLOCATED', 'intelligence')) as g(kind, relationship, field_group)
where a.purpose = 'RESETTLEMENT' and a.ended_at is null and not exists (
  select from agreement_grant h where h.agreement_id = a.id and h.field_group in ('mentoring', 'intelligence'));

-- One mentoring note, opened to one agency to keep somebody safe.
create table note_opening (
  id uuid primary key,
  note_id uuid not null references note,
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  to_agency_id uuid not null references agency,
  reason text not null check (length(reason) >= 20),
  opened_by uuid not null references account, opened_at timestamptz not null,
  closed_by uuid references account, closed_at timestamptz,
  like provenance including defaults
);
create index openings_of_note on note_opening (note_id);
create index openings_to_agency on note_opening (to_agency_id, opened_at desc);

-- The words of a hidden address stand apart from the row that says there is one: whatever reads addresses cannot show them.
create table hidden_address (
  address_id uuid primary key references person_address on delete cascade deferrable initially deferred,
  person_id uuid not null references person,
  lines text not null, postcode text not null,
  like provenance including defaults
);
create index hidden_addresses_of_person on hidden_address (person_id);
insert into hidden_address (address_id, person_id, lines, postcode, owner_agency_id, sensitivity)
select id, person_id, lines, postcode, owner_agency_id, 'RESTRICTED' from person_address where is_hidden and not has_none;
update person_address set lines = '', postcode = '' where is_hidden;
