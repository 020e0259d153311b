-- Sight in rows of what one agreement opens of one case to one audience for one relationship, with its parts beside each other: a sixth of the
-- rows. Policies that ask the old table go with it; all are made anew when functions and policies are applied, and the rows with them
-- (database/first-sight.sql): a restored backup has no functions yet.
drop table access cascade;
drop function if exists recompute_access, private.write_access, private.write_first_access, private.sight_of;
create table sight (
  audience_id uuid not null, -- an account, a team, an agency, or an emergency
  case_id uuid not null,
  agreement_id uuid not null, -- or the emergency's own id
  relationship text not null, -- in which it stands to the case, or EMERGENCY
  person_id uuid not null,
  until date not null,
  reads text[] not null, -- the parts of the case (see agreement_grant.field_group) that it sees
  writes text[] not null, -- of these, where it may contribute
  primary key (audience_id, case_id, agreement_id, relationship) include (until, person_id, reads)
);
-- Policies ask for one case or one person at a time: all that they ask, from the index alone.
create index sight_of_case on sight (case_id) include (audience_id, until, person_id, reads);
create index sight_of_person on sight (person_id) include (audience_id, until, reads);
alter table sight set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);

-- What the release before this one reads. The next one takes it away.
create view access with (security_invoker = true) as
  select audience_id, case_id, part as field_group, person_id, part = any(writes) as may_contribute, until, agreement_id
  from sight cross join lateral unnest(reads) as part;
