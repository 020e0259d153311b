-- The agreement that a new partnership starts with: what each kind of relationship needs to see and may write.
create or replace function make_founding_agreement(starts date) returns uuid
language plpgsql volatile security definer set search_path = public, pg_catalog, pg_temp as $$
declare made uuid;
begin
  insert into agreement (title, purpose, legal_basis, gateway, starts_on, review_on, admits_joiners, offered_at, in_force_at)
  values ('Founding information-sharing agreement', 'RESETTLEMENT', 'Offender Management Act 2007 s.14; Crime and Disorder Act 1998 s.115',
    'OMA-14-CDA-115', starts, starts + 730, true, now(), now()) -- signed at founding
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
