-- What `access` should hold of some cases: live parties of a case x grants of live agreements that the agency is party to. Without a
-- setting of its own, so that PostgreSQL writes it into the statement that calls it.
create or replace function private.sight_of(cases uuid[]) returns table (audience_id uuid, case_id uuid, field_group text, person_id uuid,
  may_contribute boolean, until date, agreement_id uuid)
language sql stable as $$
  select audience.id as audience_id, p.case_id, g.field_group, c.person_id,
    bool_or(g.may_contribute) as may_contribute, max(coalesce(a.ends_on, 'infinity')) as until,
    (array_agg(a.id order by a.starts_on))[1] as agreement_id
  from unnest(cases) as asked(id)
  join case_file c on c.id = asked.id and c.ended_on is null
  join case_party p on p.case_id = c.id and p.until_on is null
  cross join lateral audiences_of_party(c.person_id, p.account_id, p.team_id, p.agency_id) as audience(id)
  join agency y on y.id = p.agency_id
  join agreement a on a.purpose = c.purpose and is_in_force(a)
  join agreement_party ap on ap.agreement_id = a.id and ap.agency_id = p.agency_id and ap.signed_at is not null
  join agreement_grant g on g.agreement_id = a.id and g.relationship = p.relationship
    and (g.agency_kind is null or g.agency_kind = y.kind) and not is_walled(y.kind, g.field_group, g.agency_kind)
  where not exists (select from access_bar b where b.account_id = audience.id and b.person_id = c.person_id)
    and (not a.needs_consent or exists (select from consent n where n.person_id = c.person_id and n.agency_id = p.agency_id
      and n.purpose = c.purpose and n.kind = 'SHARING' and n.answer = 'GIVEN' and n.replaced_at is null))
  group by 1, 2, 3, 4
  union all -- break-glass: an audience of its own, which only its session carries, and only for its hour
  select b.id, c.id, emergency, c.person_id, false, 'infinity', b.id
  from unnest(cases) as asked(id) join case_file c on c.id = asked.id and c.ended_on is null
  join break_glass b on b.person_id = c.person_id and b.closed_at is null join agency y on y.id = b.agency_id
  cross join unnest(array['identity', 'contact', 'custody', 'needs', 'assessment', 'plan', 'referrals', 'notes', 'health', 'family',
    'risk', 'mentoring', 'intelligence']) as emergency
  where not is_walled(y.kind, emergency, null)
$$;
alter function private.sight_of owner to throughline_rules;
revoke all on function private.sight_of(uuid[]) from public;

-- Keeps `access` equal to that. Only a difference is written: a row that stays right keeps its place.
create or replace function private.write_access(cases uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp
set join_collapse_limit = 1 as $$ -- from the cases outwards, as written: an import asks for thousands before any statistics exist
  with wanted as (select * from private.sight_of(cases)), gone as (
    delete from access a using unnest(cases) as asked(id) where a.case_id = asked.id and not exists (
      select from wanted w where w.audience_id = a.audience_id and w.case_id = a.case_id and w.field_group = a.field_group)
  )
  insert into access (audience_id, case_id, field_group, person_id, may_contribute, until, agreement_id)
  select audience_id, case_id, field_group, person_id, may_contribute, until, agreement_id from wanted
  on conflict (audience_id, field_group, case_id) do update
    set may_contribute = excluded.may_contribute, until = excluded.until, agreement_id = excluded.agreement_id,
      person_id = excluded.person_id
    where (access.may_contribute, access.until, access.agreement_id, access.person_id)
      is distinct from (excluded.may_contribute, excluded.until, excluded.agreement_id, excluded.person_id)
$$;
alter function private.write_access owner to throughline_rules;
revoke all on function private.write_access(uuid[]) from public;

-- The same for cases that nobody sees yet and nobody else can know of: there is nothing to compare with.
create or replace function private.write_first_access(cases uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp
set join_collapse_limit = 1 as $$
  insert into access (audience_id, case_id, field_group, person_id, may_contribute, until, agreement_id)
  select audience_id, case_id, field_group, person_id, may_contribute, until, agreement_id from private.sight_of(cases)
$$;
alter function private.write_first_access owner to throughline_rules;
revoke all on function private.write_first_access(uuid[]) from public;
