-- A mentor may once have been the person: their record is closed to them, and to colleagues who did not work with it already.
alter table access_bar drop constraint access_bar_kind_check;
alter table access_bar add constraint access_bar_kind_check check (kind in ('RELATED', 'ONCE_THIS_PERSON', 'COLLEAGUE', 'OTHER'));
create table own_record (
  mentor_id uuid not null references mentor,
  person_id uuid not null references person,
  closed_at timestamptz not null,
  like provenance including defaults,
  primary key (mentor_id, person_id)
);
create index own_records_of_person on own_record (person_id);
