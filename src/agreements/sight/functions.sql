-- What `sight` should hold of some cases: live parties of a case x what live agreements that the agency is party to grant to their
-- relationship. Without a setting of its own, so that PostgreSQL writes it into the statement that calls it.
create or replace function private.sight_of(cases uuid[]) returns table (audience_id uuid, case_id uuid, agreement_id uuid, relationship text,
  person_id uuid, until date, reads text[], writes text[])
language sql stable as $$
  with terms as materialized ( -- once for all cases: one agency and few relationships, in an import
    select a.id, a.purpose, a.needs_consent, coalesce(a.ends_on, 'infinity') as until, ap.agency_id, g.relationship,
      array_agg(distinct g.field_group) as reads,
      coalesce(array_agg(distinct g.field_group) filter (where g.may_contribute), '{}') as writes
    from agreement a join agreement_party ap on ap.agreement_id = a.id and ap.signed_at is not null
    join agency y on y.id = ap.agency_id join agreement_grant g on g.agreement_id = a.id
      and (g.agency_kind is null or g.agency_kind = y.kind) and not is_walled(y.kind, g.field_group, g.agency_kind)
    where is_in_force(a) and ap.agency_id in (select p.agency_id from case_party p where p.case_id = any(cases))
    group by a.id, ap.agency_id, g.relationship
  )
  select distinct on (audience.id, p.case_id, t.id, t.relationship)
    audience.id as audience_id, p.case_id, t.id as agreement_id, t.relationship, c.person_id, t.until, t.reads, t.writes
  from unnest(cases) as asked(id)
  join case_file c on c.id = asked.id and c.ended_on is null
  join case_party p on p.case_id = c.id and p.until_on is null
  join terms t on t.purpose = c.purpose and t.agency_id = p.agency_id and t.relationship = p.relationship
  cross join lateral audiences_of_party(c.person_id, p.account_id, p.team_id, p.agency_id) as audience(id)
  where not exists (select from access_bar b where b.account_id = audience.id and b.person_id = c.person_id)
    and (not t.needs_consent or exists (select from consent n where n.person_id = c.person_id and n.agency_id = p.agency_id
      and n.purpose = c.purpose and n.kind = 'SHARING' and n.answer = 'GIVEN' and n.replaced_at is null))
  union all -- break-glass: an audience of its own, which only its session carries, and only for its hour
  select b.id, c.id, b.id, 'EMERGENCY', c.person_id, 'infinity', opened.reads, '{}'
  from unnest(cases) as asked(id) join case_file c on c.id = asked.id and c.ended_on is null
  join break_glass b on b.person_id = c.person_id and b.closed_at is null join agency y on y.id = b.agency_id
  cross join lateral (select array_agg(part) as reads from unnest(array['identity', 'contact', 'custody', 'needs', 'assessment', 'plan',
    'referrals', 'notes', 'health', 'family', 'risk', 'mentoring', 'intelligence']) as part where not is_walled(y.kind, part, null)) opened
$$;
alter function private.sight_of owner to throughline_rules;
revoke all on function private.sight_of(uuid[]) from public;

-- Keeps `sight` equal to that. Only a difference is written: a row that stays right keeps its place.
create or replace function private.write_sight(cases uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp
set join_collapse_limit = 1 as $$ -- from the cases outwards, as written: an import asks for thousands before any statistics exist
  with wanted as (select * from private.sight_of(cases)), gone as (
    delete from sight a using unnest(cases) as asked(id) where a.case_id = asked.id and not exists (
      select from wanted w where w.audience_id = a.audience_id and w.case_id = a.case_id and w.agreement_id = a.agreement_id
        and w.relationship = a.relationship)
  )
  insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
  select audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes from wanted
  on conflict (audience_id, case_id, agreement_id, relationship) do update
    set person_id = excluded.person_id, until = excluded.until, reads = excluded.reads, writes = excluded.writes
    where (sight.person_id, sight.until, sight.reads, sight.writes)
      is distinct from (excluded.person_id, excluded.until, excluded.reads, excluded.writes)
$$;
alter function private.write_sight owner to throughline_rules;
revoke all on function private.write_sight(uuid[]) from public;

-- The same for cases that nobody sees yet and nobody else can know of: there is nothing to compare with.
create or replace function private.write_first_sight(cases uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp
set join_collapse_limit = 1 as $$
  insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
  select audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes from private.sight_of(cases)
$$;
alter function private.write_first_sight owner to throughline_rules;
revoke all on function private.write_first_sight(uuid[]) from public;
