-- Of the places that one agency's audiences (itself, its teams, its workers) have of a case, one is read first, so that nobody has to put
-- all of them side by side. Kept by place_cases() with the places themselves.
alter table case_place
  add column first_of uuid, -- the agency of whose audiences this place is the first: of those that colleagues share the one that shows most
  add column covered_by uuid; -- the audience whose first place shows no less than this one; null where this one has something to add
drop index case_place_in_order;
create index case_place_in_order on case_place (audience_id, release_on, case_id) include (first_of, covered_by, person_id, until, custody_until,
  contact_until, agency_id, wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at);
with held as (
  select p.case_id, p.audience_id, coalesce(t.agency_id, w.agency_id, p.audience_id) as home, w.id is not null as is_one_worker, until,
    coalesce(custody_until, '-infinity') as custody, coalesce(contact_until, '-infinity') as contact
  from case_place p left join team t on t.id = p.audience_id left join account w on w.id = p.audience_id
), beside as (
  select held.*, first_value(audience_id) over of_home as first, first_value(until) over of_home >= until
    and first_value(custody) over of_home >= custody and first_value(contact) over of_home >= contact as is_covered
  from held window of_home as (partition by case_id, home
    order by is_one_worker, until desc, custody desc, contact desc, audience_id <> home, audience_id)
)
update case_place p set first_of = case when b.audience_id = first then home end, covered_by = case when b.audience_id <> first then first end
from beside b where p.case_id = b.case_id and p.audience_id = b.audience_id and is_covered;
