-- What happened to somebody in custody, one row each: received, moved, out to court and back, released, recalled, died. Stays follow from
-- it. Nothing is changed afterwards but that whoever entered one by mistake takes it back, which is kept too.
create table movement (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references case_file,
  person_id uuid not null references person,
  number int not null default 0, -- of this person, from 1: put there by the database
  kind text not null check (kind in ('RECEPTION', 'MOVE', 'TRANSFER', 'COURT_OUT', 'COURT_BACK', 'TEMPORARY_RELEASE', 'RETURN',
    'RELEASE', 'RECALL', 'RE_RELEASE', 'DEATH')),
  happened_on date not null, -- a day and no hour: no clock that is put back makes it another
  from_agency_id uuid references agency, -- the prison that held the person: put there by the database
  to_agency_id uuid references agency, -- the prison that receives them
  wing text not null default '', cell text not null default '',
  return_due_on date, -- of a temporary release
  state_before text not null default 'NONE', state_after text not null default 'NONE', -- put there by the database
  effects jsonb not null default '{}', -- which stays and parties began and ended, so that it can be taken back
  came_with jsonb not null default '[]', -- unfinished work of the old prison, in codes and ids
  external_id text check (length(external_id) between 1 and 100), -- of the system that told it: told twice, it is kept once
  source text not null,
  entered_by uuid not null references account, entered_at timestamptz not null,
  undone_at timestamptz, undone_by uuid references account,
  like provenance including defaults,
  check (to_agency_id is not null or kind not in ('RECEPTION', 'TRANSFER', 'RECALL')),
  check (return_due_on is null or (kind = 'TEMPORARY_RELEASE' and return_due_on >= happened_on)),
  check (return_due_on is not null or kind <> 'TEMPORARY_RELEASE')
);
create unique index movements_in_order on movement (person_id, number);
create index movements_of_case on movement (case_id);
create unique index movement_told_once on movement (owner_agency_id, external_id) where external_id is not null;
create index movements_entered on movement (entered_by, entered_at desc);
create index movements_away on movement (from_agency_id, entered_at desc) where undone_at is null;

alter table case_summary add column custody_state text, add column died_on date, add column active_on date;
create index summary_expected on case_summary (agency_id, case_id) where is_open and custody_state = 'EXPECTED';
create index summary_out on case_summary (agency_id, case_id) where is_open and custody_state in ('AT_COURT', 'ON_TEMPORARY_RELEASE');
create index summary_by_activity on case_summary (agency_id, active_on, case_id) where is_open and agency_id is not null;
create index movements_arrived on movement (to_agency_id, happened_on) where kind = 'RECEPTION' and undone_at is null;
