-- The lists' places: whoever may see a case in a list, with the day by which lists are in order and what their views count. One row
-- an audience and open case, kept by place_cases() in the transaction of whatever changed (src/cases/places/functions.sql).
create table case_place (
  case_id uuid not null,
  audience_id uuid not null, -- as in access: an account, a team or an agency
  release_on date not null, -- infinity while nobody knows
  person_id uuid not null,
  until date not null, -- the last day on which this audience sees whom the case is about
  custody_until date, contact_until date, -- the last day for those parts; null where they are not seen
  agency_id uuid, wing text, key_worker_id uuid, community_manager_id uuid,
  has_first_night boolean not null, needs_interpreter boolean not null, has_died boolean not null,
  release_known_at timestamptz,
  primary key (case_id, audience_id)
);
-- A list is read from this alone, whatever it counts.
create index case_place_in_order on case_place (audience_id, release_on, case_id) include (person_id, until, custody_until, contact_until,
  agency_id, wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at);
alter table case_place set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 500);
insert into case_place
select s.case_id, a.audience_id, coalesce(s.release_on, 'infinity'), s.person_id, a.until, a.custody_until, a.contact_until, s.agency_id,
  s.wing, s.key_worker_id, s.community_manager_id, s.has_first_night, s.needs_interpreter is not null, s.died_on is not null, s.release_known_at
from case_summary s join (
  select case_id, audience_id, max(until) filter (where field_group = 'identity') as until,
    max(until) filter (where field_group = 'custody') as custody_until, max(until) filter (where field_group = 'contact') as contact_until
  from access where field_group in ('identity', 'custody', 'contact') group by 1, 2) a on a.case_id = s.case_id
where s.is_open and a.until is not null;
