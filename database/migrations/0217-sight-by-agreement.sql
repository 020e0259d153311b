-- Sight in rows of what one agreement opens of one case to one audience for one relationship, with its parts beside each other: a sixth of the
-- rows. Policies that ask the old table go with it; all are made anew when functions and policies are applied.
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

do $$
begin
  if not exists (select from case_file where ended_on is null) then return; end if; -- a new database has not the functions yet
  insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
  with terms as (
    select a.id, a.purpose, a.needs_consent, coalesce(a.ends_on, 'infinity') as until, ap.agency_id, g.relationship,
      array_agg(distinct g.field_group) as reads,
      coalesce(array_agg(distinct g.field_group) filter (where g.may_contribute), '{}') as writes
    from agreement a join agreement_party ap on ap.agreement_id = a.id and ap.signed_at is not null
    join agency y on y.id = ap.agency_id join agreement_grant g on g.agreement_id = a.id
      and (g.agency_kind is null or g.agency_kind = y.kind) and not is_walled(y.kind, g.field_group, g.agency_kind)
    where is_in_force(a) group by a.id, ap.agency_id, g.relationship
  )
  select distinct on (audience.id, p.case_id, t.id, t.relationship)
    audience.id, p.case_id, t.id, t.relationship, c.person_id, t.until, t.reads, t.writes
  from case_file c join case_party p on p.case_id = c.id and p.until_on is null
  join terms t on t.purpose = c.purpose and t.agency_id = p.agency_id and t.relationship = p.relationship
  cross join lateral audiences_of_party(c.person_id, p.account_id, p.team_id, p.agency_id) as audience(id)
  where c.ended_on is null and not exists (select from access_bar b where b.account_id = audience.id and b.person_id = c.person_id)
    and (not t.needs_consent or exists (select from consent n where n.person_id = c.person_id and n.agency_id = p.agency_id
      and n.purpose = c.purpose and n.kind = 'SHARING' and n.answer = 'GIVEN' and n.replaced_at is null))
  union all
  select b.id, c.id, b.id, 'EMERGENCY', c.person_id, 'infinity', opened.reads, '{}'
  from case_file c join break_glass b on b.person_id = c.person_id and b.closed_at is null join agency y on y.id = b.agency_id
  cross join lateral (select array_agg(part) as reads from unnest(array['identity', 'contact', 'custody', 'needs', 'assessment', 'plan',
    'referrals', 'notes', 'health', 'family', 'risk', 'mentoring', 'intelligence']) as part where not is_walled(y.kind, part, null)) opened
  where c.ended_on is null;
end $$;

-- What the release before this one reads. The next one takes it away.
create view access with (security_invoker = true) as
  select audience_id, case_id, part as field_group, person_id, part = any(writes) as may_contribute, until, agreement_id
  from sight cross join lateral unnest(reads) as part;
