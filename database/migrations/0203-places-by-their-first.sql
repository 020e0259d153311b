-- The lists count the first place of each case and put beside it only what others add: each of the two is read alone, whatever the reader's
-- audiences have besides. The order of release is all that is left for the caseload.
create index case_place_first on case_place (audience_id, first_of, release_on, case_id) include (person_id, until, custody_until, contact_until,
  agency_id, wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at) where first_of is not null;
create index case_place_beside on case_place (audience_id, covered_by, release_on, case_id) include (person_id, until, custody_until, contact_until,
  agency_id, wing, key_worker_id, community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at) where first_of is null;
drop index case_place_in_order;
create index case_place_in_order on case_place (audience_id, release_on, case_id) include (person_id, until);
