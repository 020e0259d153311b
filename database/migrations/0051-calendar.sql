-- One calendar over agencies: why something was called off, what repeats, and that the person said they cannot come.
alter table appointment
  add column cancelled_reason text not null default '' check (length(cancelled_reason) <= 500),
  add column series_id uuid, -- of those that were booked together; each can be moved or called off alone
  add column cannot_come_at timestamptz, -- the person said so at their own door
  add column changed_at timestamptz; -- null: as it was booked
create index appointments_of_agency on appointment (with_agency_id, starts_at);
drop index appointments_of_person; -- of the person alone: the next serves that too
create index appointments_of_person on appointment (person_id, starts_at);
create index appointments_of_series on appointment (series_id, starts_at) where series_id is not null;
create index appointments_to_come on appointment (starts_at) where cancelled_at is null and attendance is null;

alter table own_request drop constraint own_request_kind_check;
alter table own_request add constraint own_request_kind_check check (kind in ('HELP', 'WRONG', 'WORDS', 'COPY', 'CANNOT_COME'));
