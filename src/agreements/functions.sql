-- What no agreement opens (T7): mentoring to who can punish, intelligence to anybody but police and whom an agreement names among
-- law enforcement. Like the next one without a setting of its own, so that PostgreSQL writes it into the statement that calls it.
create or replace function is_walled(kind text, field_group text, named_kind text) returns boolean
language sql immutable as $$
  select field_group = 'mentoring' and kind in ('prison', 'probation', 'police')
    or field_group = 'intelligence' and kind <> 'police' and (named_kind is distinct from kind or kind not in ('prison', 'probation'))
$$;
alter function is_walled owner to throughline_rules;

-- For whom a party of a case lets sight be kept: itself; of a restricted record, those on its list who belong to the party.
create or replace function audiences_of_party(about uuid, account uuid, team uuid, agency uuid) returns setof uuid
language sql stable as $$
  select coalesce(account, team, agency) where not exists (select from public.restricted_record r where r.person_id = about)
  union all
  select x.account_id from public.restricted_reader x join public.account w on w.id = x.account_id
  where x.person_id = about and case
    when account is not null then x.account_id = account
    when team is not null then exists (select from public.team_member m where m.team_id = team and m.account_id = x.account_id)
    else w.agency_id = agency end
$$;
alter function audiences_of_party owner to throughline_rules;

-- Keeps `access` equal to: live parties of a case x grants of live agreements that the agency is party to. Only a difference is
-- written: a row that stays right keeps its place.
create or replace function recompute_access(cases uuid[]) returns void
language sql volatile security definer set search_path = public, pg_catalog, pg_temp
set join_collapse_limit = 1 as $$ -- from the cases outwards, as written: an import asks for thousands before any statistics exist
  with wanted as (
    select audience.id as audience_id, p.case_id, g.field_group, c.person_id,
      bool_or(g.may_contribute) as may_contribute, max(coalesce(a.ends_on, 'infinity')) as until,
      (array_agg(a.id order by a.starts_on))[1] as agreement_id
    from unnest(cases) as asked(id)
    join case_file c on c.id = asked.id and c.ended_on is null
    join case_party p on p.case_id = c.id and p.until_on is null
    join agency y on y.id = p.agency_id
    join agreement a on a.purpose = c.purpose and a.ended_at is null and (a.ends_on is null or a.ends_on >= current_date)
    join agreement_party ap on ap.agreement_id = a.id and ap.agency_id = p.agency_id
    join agreement_grant g on g.agreement_id = a.id and g.relationship = p.relationship
      and (g.agency_kind is null or g.agency_kind = y.kind) and not is_walled(y.kind, g.field_group, g.agency_kind)
    cross join lateral audiences_of_party(c.person_id, p.account_id, p.team_id, p.agency_id) as audience(id)
    where not exists (select from access_bar b where b.account_id = audience.id and b.person_id = c.person_id)
    group by 1, 2, 3, 4
    union all -- break-glass: an audience of its own, which only its session carries, and only for its hour
    select b.id, c.id, emergency, c.person_id, false, 'infinity', b.id
    from unnest(cases) as asked(id) join case_file c on c.id = asked.id and c.ended_on is null
    join break_glass b on b.person_id = c.person_id and b.closed_at is null join agency y on y.id = b.agency_id
    cross join unnest(array['identity', 'contact', 'custody', 'needs', 'assessment', 'plan', 'referrals', 'notes', 'health', 'family',
      'risk', 'mentoring', 'intelligence']) as emergency
    where not is_walled(y.kind, emergency, null)
  ), gone as (
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
alter function recompute_access owner to throughline_rules;

-- Nobody can forget it: whatever changes the parties of a case recomputes its rows, in the same transaction.
create or replace function parties_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_access(array(select distinct case_id from touched));
  return null;
end $$;
alter function parties_changed owner to throughline_rules;
create or replace trigger party_added after insert on case_party
  referencing new table as touched for each statement execute function parties_changed();
create or replace trigger party_changed after update on case_party
  referencing new table as touched for each statement execute function parties_changed();
create or replace trigger party_removed after delete on case_party
  referencing old table as touched for each statement execute function parties_changed();

-- An agreement that ends takes its rows with it at once.
create or replace function agreement_changed() returns trigger
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform recompute_access(array(select id from case_file where purpose = new.purpose and ended_on is null));
  return null;
end $$;
alter function agreement_changed owner to throughline_rules;
create or replace trigger agreement_ends after update of ended_at, ends_on on agreement
  for each row execute function agreement_changed();

-- The agreement that a new partnership starts with: what each kind of relationship needs to see and may write.
create or replace function make_founding_agreement(starts date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare made uuid;
begin
  insert into agreement (title, purpose, legal_basis, starts_on)
  values ('Founding information-sharing agreement', 'RESETTLEMENT', 'Offender Management Act 2007 s.14; Crime and Disorder Act 1998 s.115', starts)
  returning id into made;
  insert into agreement_grant (agreement_id, agency_kind, relationship, field_group, may_contribute)
  select made, kind, relationship, field_group, may from (values
    -- At list level: the prison that holds the person, the probation area that supervises them.
    (null, 'CUSTODY', '{identity,custody}'::text[], true), (null, 'CUSTODY', '{needs}', false),
    (null, 'SUPERVISION', '{identity,custody,needs,referrals}', false),
    -- Those who do the work.
    (null, 'TEAM', '{identity,contact,custody,needs,assessment,plan,referrals,notes,family}', true),
    (null, 'ALLOCATED', '{identity,contact,custody,needs,assessment,plan,referrals,notes,family}', true),
    ('prison', 'ALLOCATED', '{risk}', true), ('probation', 'ALLOCATED', '{risk}', true), ('health', 'ALLOCATED', '{health}', true),
    ('health', 'TEAM', '{health}', true),
    -- A service that is asked sees what it must decide on; one that said yes may work.
    (null, 'REFERRED', '{identity,custody,referrals}', false),
    (null, 'ACCEPTED', '{identity,contact,custody,needs,plan,referrals,notes}', true), ('health', 'ACCEPTED', '{health}', true),
    -- Behind the walls: charities among themselves, police among themselves.
    ('charity', 'TEAM', '{mentoring}', true), ('charity', 'ALLOCATED', '{mentoring}', true), ('charity', 'ACCEPTED', '{mentoring}', true),
    ('police', 'TEAM', '{intelligence}', true), ('police', 'ALLOCATED', '{intelligence}', true)
  ) as g(kind, relationship, field_groups, may), unnest(field_groups) as field_group;
  return made;
end $$;
alter function make_founding_agreement owner to throughline_rules;
